package dev.gomem.syntax;

import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one source, with the partner of each bracket: what the printer must know of the
 * layout and the tree does not say (where a call, a group or a struct closes). Made in one pass,
 * asked by binary search.
 */
public final class TokenMap {
  private final Source source;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private Token[] tokens = new Token[256];
  private int[] partners = new int[256];
  private int count;

  public TokenMap(Source source) {
    this.source = source;
    Scanner scan = new Scanner(source, Scanner.SILENT);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (scan.next(); scan.token != Token.EOF; scan.next()) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
        tokens = Arrays.copyOf(tokens, 2 * count);
        partners = Arrays.copyOf(partners, 2 * count);
      }
      starts[count] = scan.start;
      ends[count] = scan.end;
      tokens[count] = scan.token;
      partners[count] = -1;
      switch (scan.token) {
        case LPAREN, LBRACK, LBRACE -> open.push(count);
        case RPAREN, RBRACK, RBRACE -> {
          if (!open.isEmpty()) {
            partners[open.pop()] = count;
          }
        }
        default -> {}
      }
      count++;
    }
  }

  /** Index of the last token that starts at or before {@code offset}; -1 if there is none. */
  private int index(int offset) {
    int i = Arrays.binarySearch(starts, 0, count, offset);
    return i >= 0 ? i : -i - 2;
  }

  /** The closing bracket of the first opening one at or after {@code at}, looking at two tokens. */
  public @Nullable Pos closing(Pos at) {
    int i = index(at.offset());
    for (int j = Math.max(i, 0); j <= i + 1 && j < count; j++) {
      if (isOpening(tokens[j])) {
        return partners[j] < 0 ? null : new Pos(source, starts[partners[j]]);
      }
    }
    return null;
  }

  private static boolean isOpening(Token t) {
    return t == Token.LPAREN || t == Token.LBRACK || t == Token.LBRACE;
  }

  /** The token before {@code at} if it is an opening bracket. */
  @Nullable Pos openingBefore(Pos at) {
    int i = index(at.offset() - 1);
    return i >= 0 && isOpening(tokens[i]) ? new Pos(source, starts[i]) : null;
  }

  /** Start of the token before {@code at}, or {@code at} itself if it is the first. */
  Pos before(Pos at) {
    int i = index(at.offset() - 1);
    return i < 0 ? at : new Pos(source, starts[i]);
  }

  /** Start of the token after the one at {@code at}, if it is {@code t}. */
  @Nullable Pos next(Pos at, Token t) {
    int i = index(at.offset()) + 1;
    return i < count && tokens[i] == t ? new Pos(source, starts[i]) : null;
  }

  /** Line of the last byte of the token at {@code at}. */
  int endLine(Pos at) {
    int i = index(at.offset());
    return i < 0 ? at.line() : source.line(Math.max(starts[i], ends[i] - 1));
  }
}
