package dev.gomem.session.whatif;

import java.util.List;

/** One kind of change. */
public interface Strategy {
  /** Key of the catalogue, behind {@code whatif.}. */
  String key();

  /** The changes of this kind that could help; whether they do is found out by others. */
  List<Edits> candidates(Case c);

  /** Whether the value is copied where it was shared. */
  default boolean copiesValue() {
    return false;
  }

  /**
   * Whether the memory is only made elsewhere then; so it helps where less of it needs the heap.
   */
  default boolean moves() {
    return false;
  }

  /** Whether what calls the function has to change too. */
  default boolean callers() {
    return false;
  }

  /** All of them, the most natural change first. */
  static List<Strategy> all() {
    return List.of(
        new ReturnValue(false),
        new ReturnValue(true),
        new ReturnArray(),
        new HandOver(false),
        new HandOver(true),
        new HandOverVariable(),
        new CopyBeforeCapture(),
        new PassAsArgument(),
        new StoreValue(),
        new PassValue(),
        new SmallerSize(),
        new ConstantSize(),
        new WithoutInterface(false),
        new WithoutInterface(true),
        new ConcreteType(),
        new DeclareInside(),
        new DeclareOutside(),
        new BodyInFunction(),
        new DropStore());
  }
}
