package dev.gomem.render;

import java.util.List;

/**
 * A document between picture and view: blocks of runs. Everything the tables say is composed here
 * once; writers decide only how it looks. Text in runs is the learner's data, unescaped.
 */
record Doc(List<Block> blocks) {

  sealed interface Block {}

  /** A paragraph; {@code lead} is the summary at the head. */
  record Para(List<Run> runs, boolean lead) implements Block {}

  /** A bold line over what follows (no heading: it would enter the table of contents). */
  record Title(List<Run> runs) implements Block {}

  record Table(Tone tone, List<Run> caption, List<String> columns, List<Row> rows)
      implements Block {}

  /** Blocks that stand side by side where there is room. */
  record Side(List<Block> blocks) implements Block {}

  /** Collapsed. */
  record Details(List<Run> summary, List<Block> blocks) implements Block {}

  /** What a table is about: its columns' widths and fonts. */
  enum Tone {
    SOURCE,
    STACK,
    HEAP,
    DATA
  }

  /**
   * @param state shown as a tint; its word is always among the cells too
   */
  record Row(State state, List<Cell> cells) {}

  enum State {
    PLAIN,
    /** Heads a group of rows: a frame. */
    GROUP,
    NEW,
    CHANGED,
    GARBAGE,
    FREE,
    JUST_RAN
  }

  /**
   * @param span columns it takes
   */
  record Cell(List<Run> runs, int span) {
    static Cell of(List<Run> runs) {
      return new Cell(runs, 1);
    }

    static Cell of(Run... runs) {
      return new Cell(List.of(runs), 1);
    }
  }

  sealed interface Run {}

  record Text(String text) implements Run {}

  record Strong(String text) implements Run {}

  record Em(String text) implements Run {}

  record Code(String text) implements Run {}

  /** Source text: spaces count. */
  record Source(String text) implements Run {}

  record Small(String text) implements Run {}

  record Address(long address) implements Run {}

  /** A word of state: new, garbage, spare. */
  record Badge(String word, State state) implements Run {}

  /** The name plate of an object. */
  record Plate(int number) implements Run {}

  /**
   * A pointer: an arrow and where to; {@code plate} 0 if it leads elsewhere than to a plated
   * object.
   */
  record Arrow(int plate, String target) implements Run {}

  /** Cells of an array side by side. */
  record Cells(List<Box> boxes) implements Run {}

  /**
   * @param index what stands above the value: {@code [0]}, or a field's name
   */
  record Box(String index, List<Run> value, boolean spare) {}

  /** Begins a new line inside a cell. */
  record Break() implements Run {}
}
