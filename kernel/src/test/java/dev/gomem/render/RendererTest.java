package dev.gomem.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.snapshot.Picture;
import dev.gomem.source.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the static HTML to what survives every viewer, and both views to saying the same. */
final class RendererTest {
  private static final Set<String> TAGS =
      Set.of(
          "div", "span", "table", "tbody", "thead", "tr", "th", "td", "caption", "b", "i", "code",
          "samp", "pre", "br", "details", "summary", "a", "img", "strong", "em", "p");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "style", "class", "title", "colspan", "rowspan", "scope", "open", "href", "alt", "src",
          "width", "height");
  private static final Set<String> PROPERTIES =
      Set.of(
          "color",
          "background-color",
          "border",
          "border-left",
          "border-top",
          "border-bottom",
          "border-collapse",
          "border-radius",
          "padding",
          "margin",
          "font-family",
          "font-size",
          "font-weight",
          "line-height",
          "table-layout",
          "text-align",
          "vertical-align",
          "white-space",
          "display",
          "flex",
          "flex-wrap",
          "gap",
          "align-items",
          "justify-content",
          "grid-template-columns",
          "min-width",
          "max-width",
          "width",
          "overflow-x",
          "opacity",
          "text-decoration");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");

  private static Renderer.Views draw(Picture.View view) {
    return new Renderer(new Words("en")).draw(Samples.picture(view));
  }

  @ParameterizedTest
  @EnumSource(Picture.View.class)
  void htmlKeepsToTheList(Picture.View view) {
    String html = draw(view).html();
    Matcher m = TAG.matcher(html);
    Deque<String> open = new ArrayDeque<>();
    int at = 0;
    while (m.find()) {
      assertFalse(html.substring(at, m.start()).contains("<"), () -> "stray < before " + m.group());
      at = m.end();
      String tag = m.group(2);
      assertTrue(TAGS.contains(tag), () -> "tag " + tag);
      if (m.group(1).equals("/")) {
        assertEquals(open.pop(), tag);
        continue;
      }
      if (!tag.equals("br") && !tag.equals("img")) {
        open.push(tag);
      }
      Matcher a = ATTRIBUTE.matcher(m.group(3));
      while (a.find()) {
        assertTrue(ATTRIBUTES.contains(a.group(1)), () -> "attribute " + a.group(1));
        if (a.group(1).equals("style")) {
          style(a.group(2));
        }
      }
    }
    assertFalse(html.substring(at).contains("<"));
    assertTrue(open.isEmpty(), () -> "not closed: " + open);
    assertTrue(html.startsWith("<div class=\"gomem mathjax_ignore\""));
  }

  private static void style(String style) {
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      String property = declaration.substring(0, colon);
      String value = declaration.substring(colon + 1);
      assertTrue(PROPERTIES.contains(property), () -> "property " + property);
      assertFalse(property.equals("color"), "text has no colour of its own");
      Matcher tint = Pattern.compile("rgba\\(\\d+,\\d+,\\d+,([0-9.]+)\\)").matcher(value);
      while (property.equals("background-color") && tint.find()) {
        assertTrue(
            Double.parseDouble(tint.group(1)) <= 0.16, () -> "tint too strong: " + declaration);
      }
      if (property.equals("font-size")) {
        assertTrue(
            Integer.parseInt(value.replace("px", "")) >= 12, () -> "too small: " + declaration);
      }
    }
  }

  @Test
  void theLearnersDataIsText() {
    Renderer.Views v = draw(Picture.View.ADDRESSES);
    assertFalse(v.html().contains("<script"));
    assertTrue(
        v.html().contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u202e$x$\\x1b[31m &amp; &quot;"));
    assertFalse(v.html().contains("\u202e") || v.html().contains("\u001b"));
    assertFalse(v.text().contains("\u202e") || v.text().contains("\u001b"));
  }

  @ParameterizedTest
  @EnumSource(Picture.View.class)
  void textIsAligned(Picture.View view) {
    String text = draw(view).text();
    for (String line : text.split("\n")) {
      assertTrue(line.length() <= TextWriter.WIDTH, () -> "too wide: " + line);
      if (line.startsWith("│")) {
        assertTrue(line.endsWith("│"), line);
      }
    }
  }

  /** Every word of the text view stands in the HTML too, and the other way round. */
  @ParameterizedTest
  @EnumSource(Picture.View.class)
  void bothViewsSayTheSame(Picture.View view) {
    Renderer.Views v = draw(view);
    Set<String> html = words(unescape(v.html().replaceAll("<[^>]*>", " ")));
    Set<String> text = words(v.text());
    Set<String> onlyHtml = new java.util.TreeSet<>(html);
    onlyHtml.removeAll(text);
    Set<String> onlyText = new java.util.TreeSet<>(text);
    onlyText.removeAll(html);
    // The text breaks long words where a column is too narrow.
    onlyHtml.removeIf(w -> w.length() > 12);
    onlyText.removeIf(w -> html.stream().anyMatch(h -> h.contains(w)));
    assertEquals(Set.of(), onlyHtml);
    assertEquals(Set.of(), onlyText);
  }

  private static Set<String> words(String s) {
    Set<String> out = new java.util.TreeSet<>();
    for (String w : s.split("[^A-Za-z0-9_]+")) {
      if (!w.isBlank()) {
        out.add(w);
      }
    }
    return out;
  }

  private static String unescape(String s) {
    return s.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
