package dev.gomem.types;

/**
 * What a check is given beside the text.
 *
 * @param importer finds imported packages; {@code unsafe} never reaches it
 * @param goVersion the minor version of the language: 26 for Go 1.26
 */
public record Config(Importer importer, int goVersion) {
  /** The current language. */
  public Config(Importer importer) {
    this(importer, 26);
  }
}
