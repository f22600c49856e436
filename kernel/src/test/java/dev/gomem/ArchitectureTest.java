package dev.gomem;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds who may import whom. {@link #MAY_USE} is the whole of it: a new arrow between two packages
 * is an edit of that table, where a reader sees it.
 */
@AnalyzeClasses(packages = "dev.gomem", importOptions = ArchitectureTest.OnlyWhatShips.class)
final class ArchitectureTest {
  /** Leaves the tests out, wherever a build keeps them. */
  static final class OnlyWhatShips implements ImportOption {
    private static final Pattern TESTS = Pattern.compile(".*/test(-classes)?/dev/gomem/.*");

    @Override
    public boolean includes(Location location) {
      return !location.matches(TESTS);
    }
  }

  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    mayUse("source");
    mayUse("constant");
    mayUse("layout");
    mayUse("syntax", "source");
    mayUse("types", "syntax", "source", "constant");
    mayUse("escape", "types", "syntax", "source", "constant");
    mayUse("ir", "escape", "types", "syntax", "layout", "source", "constant");
    mayUse("code", "layout", "source");
    mayUse("codegen", "ir", "escape", "types", "code", "layout", "source", "constant");
    mayUse("machine", "code", "layout", "source");
    mayUse("library", "types", "code", "machine", "layout", "source");
    mayUse("snapshot", "source");
    mayUse("trace", "machine", "code", "layout", "snapshot", "source");
    mayUse("render", "snapshot", "predict", "source");
    mayUse(
        "session",
        "source",
        "constant",
        "layout",
        "syntax",
        "types",
        "escape",
        "ir",
        "code",
        "codegen",
        "machine",
        "library",
        "snapshot",
        "trace");
    mayUse("predict", "snapshot", "source");
    mayUse("assist", "session", "types", "syntax", "snapshot", "source");
    mayUse("cli", "session", "assist", "predict", "render", "snapshot", "source", "jupyter");
    mayUse("jupyter", "session", "assist", "predict", "render", "snapshot", "source");
  }

  private static void mayUse(String name, String... others) {
    MAY_USE.put(name, Set.of(others));
  }

  /** {@code cli} may also use {@code jupyter}: its subcommand {@code kernel} starts it. */
  @ArchTest static final ArchRule eachPackageUsesOnlyWhatItsRowAllows = layers();

  /** Of the front end the machine knows how a position is written down, and nothing else. */
  @ArchTest
  static final ArchRule theMachineKnowsPositionsOnly =
      noClasses()
          .that()
          .resideInAPackage(packageOf("machine"))
          .should()
          .dependOnClassesThat(
              resideInAPackage(packageOf("source"))
                  .and(not(simpleName("Pos")))
                  .and(not(simpleName("Source"))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyClassIsInOneOfThePackages =
      classes()
          .should()
          .resideInAnyPackage(
              MAY_USE.keySet().stream().map(ArchitectureTest::packageOf).toArray(String[]::new));

  @ArchTest
  static final ArchRule onlyJupyterUsesTheBaseKernelAndItsSockets =
      noClasses()
          .that()
          .resideOutsideOfPackage(packageOf("jupyter"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.spencerpark..", "org.zeromq..");

  @ArchTest
  static final ArchRule jupyterUsesTheBaseKernel =
      classes()
          .that()
          .haveFullyQualifiedName("dev.gomem.jupyter.Kernel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.spencerpark..");

  @ArchTest
  static final ArchRule nobodyUsesReflection =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

  private static ArchRule layers() {
    Architectures.LayeredArchitecture rule =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true);
    for (String name : MAY_USE.keySet()) {
      rule = rule.layer(name).definedBy(packageOf(name));
    }
    for (Map.Entry<String, Set<String>> row : MAY_USE.entrySet()) {
      Architectures.LayeredArchitecture.LayerDependencySpecification layer =
          rule.whereLayer(row.getKey());
      rule =
          row.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
    }
    return rule;
  }

  private static String packageOf(String name) {
    return "dev.gomem." + name + "..";
  }
}
