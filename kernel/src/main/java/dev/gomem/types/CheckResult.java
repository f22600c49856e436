package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import java.util.List;

/**
 * What is known of a package after its check; meaningful also if there are diagnostics.
 *
 * @param diagnostics as gc prints them, in its order
 */
public record CheckResult(Package pkg, Info info, List<Diagnostic> diagnostics) {
  public boolean ok() {
    return diagnostics.isEmpty();
  }
}
