package dev.gomem.types;

/**
 * What a check is given beside the text.
 *
 * @param importer finds imported packages; {@code unsafe} never reaches it
 * @param goVersion the minor version of the language: 26 for Go 1.26
 * @param complete every function has a body (gc's flag of that name): learners' programs, but not
 *     library packages, whose functions may have Java bodies
 */
public record Config(Importer importer, int goVersion, boolean complete) {
  /** The current language; functions without body are allowed. */
  public Config(Importer importer) {
    this(importer, 26, false);
  }

  /** The same, for programs in which every function has a body. */
  public Config forPrograms() {
    return new Config(importer, goVersion, true);
  }
}
