package dev.gomem.session.whatif;

import java.util.List;

/** One kind of change. */
public interface Strategy {
  /** Key of the catalogue, behind {@code whatif.}. */
  String key();

  /** The changes of this kind that could help; whether they do is found out by others. */
  List<Edits> candidates(Case c);

  /** All of them, the most natural change first. */
  static List<Strategy> all() {
    return List.of(
        new ReturnValue(false),
        new ReturnValue(true),
        new CopyBeforeCapture(),
        new PassAsArgument(),
        new StoreValue(),
        new PassValue(),
        new SmallerSize(),
        new ConstantSize(),
        new ConcreteType(),
        new DeclareInside(),
        new DeclareOutside(),
        new BodyInFunction(),
        new DropStore());
  }
}
