package dev.blastradius;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.blastradius.model.descriptor.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The structure of the program, as docs/contributing.md draws it. There are no exemptions: a class that does not fit is in
 * the wrong package. A layer that has no class yet breaks no rule.
 */
class ArchitectureTest {

    private static final String ROOT = "dev.blastradius.";

    /** A layer's name, its sub-packages included, and all the layers that it may use. */
    record Layer(String name, List<String> below) {
        String pattern() {
            return ROOT + name + "..";
        }

        /** Named after the layer in the tests' output. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** From the bottom up: each row's layers may use every layer of the rows before it, and not each other. */
    private static final List<List<String>> ROWS = List.of(
            List.of("model"),
            List.of("sim"),
            List.of("metrics"),
            List.of("policy", "fault"),
            List.of("engine"),
            List.of("experiment"),
            List.of("review"),
            List.of("io"),
            List.of("chart"),
            List.of("editor"),
            List.of("report"),
            List.of("ui", "cli"),
            List.of("app"));

    /** What runs inside a replication, where the same seed must give the same result to the last bit. */
    private static final String[] DETERMINISTIC = Stream.of("sim", "metrics", "policy", "fault", "engine")
            .map(layer -> ROOT + layer + "..")
            .toArray(String[]::new);

    private static final List<Class<?>> UNORDERED = List.of(
            HashMap.class,
            HashSet.class,
            IdentityHashMap.class,
            WeakHashMap.class,
            ConcurrentHashMap.class,
            Hashtable.class);

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.blastradius");

    static Stream<Layer> layers() {
        return ROWS.stream().flatMap(row -> row.stream().map(name -> new Layer(name, rowsBelow(row))));
    }

    private static List<String> rowsBelow(List<String> row) {
        return ROWS.subList(0, ROWS.indexOf(row)).stream().flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void arrowsBetweenLayersPointDownOnly(Layer layer) {
        String[] forbidden = layers().map(Layer::name)
                .filter(other -> !other.equals(layer.name()) && !layer.below().contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(layer.pattern())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
    }

    @Test
    void everyClassIsInALayer() {
        String[] patterns = layers().map(Layer::pattern).toArray(String[]::new);
        check(classes().that().doNotHaveSimpleName("package-info").should().resideInAnyPackage(patterns));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        check(slices().matching("dev.blastradius.(**)").should().beFreeOfCycles());
    }

    /** A distribution's parameters are quantities. */
    @Test
    void theKernelKnowsOfTheModelOnlyItsDistributions() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.blastradius.sim..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.blastradius.model..")
                        .and(not(resideInAPackage("dev.blastradius.model.distribution..")))
                        .and(not(equivalentTo(Quantity.class)))));
    }

    @Test
    void descriptorsUseNothingElseOfTheProgram() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.blastradius.model.descriptor..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.blastradius..")
                        .and(not(resideInAPackage("dev.blastradius.model.descriptor..")))));
    }

    @Test
    void onlyTheWindowAndTheChartsUseJavaFx() {
        onlyThese(new String[] {"dev.blastradius.ui..", "dev.blastradius.chart.."}, "javafx..", "com.sun.javafx..");
    }

    @Test
    void onlyTheWindowUsesItsLookAndItsIcons() {
        onlyThese(new String[] {"dev.blastradius.ui.."}, "atlantafx..", "org.kordamp.ikonli..");
    }

    @Test
    void onlyTheChartsUseTheChartLibrary() {
        onlyThese(new String[] {"dev.blastradius.chart.."}, "org.jfree..");
    }

    @Test
    void onlyTheReportsUseWhatWritesPages() {
        onlyThese(
                new String[] {"dev.blastradius.report.."},
                "org.jsoup..",
                "com.openhtmltopdf..",
                "org.apache.pdfbox..",
                "org.commonmark..",
                "org.apache.batik..");
    }

    @Test
    void onlyTheModelFilesLayerUsesJackson() {
        onlyThese(new String[] {"dev.blastradius.io.."}, "com.fasterxml.jackson..");
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        onlyThese(new String[] {"dev.blastradius.cli..", "dev.blastradius.app.."}, "picocli..");
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.blastradius.cli..", "dev.blastradius.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void onlyExperimentsAndTheWindowStartThreads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.blastradius.experiment..", "dev.blastradius.ui..")
                .should()
                .dependOnClassesThat(assignableTo(Executor.class)
                        .or(equivalentTo(Executors.class))
                        .or(equivalentTo(CompletableFuture.class))
                        .or(equivalentTo(Timer.class)))
                .orShould()
                .beAssignableTo(Thread.class)
                .orShould()
                .accessTargetWhere(memberOf(Thread.class, "<init>", "start", "startVirtualThread", "ofVirtual"))
                .orShould()
                .accessTargetWhere(memberOf(Collection.class, "parallelStream"))
                .orShould()
                .accessTargetWhere(memberOf(BaseStream.class, "parallel")));
    }

    @Test
    void nothingThatRunsInAReplicationReadsAClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .accessTargetWhere(memberOf(System.class, "currentTimeMillis", "nanoTime"))
                .orShould()
                .accessTargetWhere(describe(
                        "java.time's now()",
                        access -> access.getName().equals("now")
                                && access.getTargetOwner().getPackageName().equals("java.time"))));
    }

    @Test
    void nothingThatRunsInAReplicationThrowsDiceOfItsOwn() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .dependOnClassesThat(assignableTo(Random.class)
                        .or(equivalentTo(SplittableRandom.class))
                        .or(equivalentTo(UUID.class))
                        .or(resideInAnyPackage("java.util.random", "org.apache.commons.math3.random")))
                .orShould()
                .accessTargetWhere(memberOf(Math.class, "random"))
                .orShould()
                .accessTargetWhere(memberOf(StrictMath.class, "random"))
                .orShould()
                .accessTargetWhere(memberOf(System.class, "identityHashCode")));
    }

    /**
     * The model's maps and sets are walked through in replications, so they keep an order too. That of Set.of and Map.of, when
     * they are not empty, differs from one start of the JVM to the next, on purpose.
     */
    @Test
    void neitherReplicationsNorTheModelKeepAnUnorderedCollection() {
        check(noClasses()
                .that(resideInAnyPackage(DETERMINISTIC).or(resideInAPackage("dev.blastradius.model..")))
                .should()
                .dependOnClassesThat(
                        describe("keep no order", type -> UNORDERED.stream().anyMatch(type::isEquivalentTo)))
                .orShould()
                .accessTargetWhere(notEmpty(memberOf(Set.class, "of", "copyOf")))
                .orShould()
                .accessTargetWhere(notEmpty(memberOf(Map.class, "of", "ofEntries", "copyOf")))
                .orShould()
                .accessTargetWhere(memberOf(
                        Collectors.class, "toSet", "toUnmodifiableSet", "toUnmodifiableMap", "toConcurrentMap")));
    }

    @Test
    void nothingThatRunsInAReplicationUsesThreads() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .dependOnClassesThat(equivalentTo(Thread.class)
                        .or(equivalentTo(ThreadLocal.class))
                        .or(equivalentTo(Timer.class))
                        .or(resideInAPackage("java.util.concurrent.."))));
    }

    @Test
    void theModelsRecordsHoldNothingThatChanges() {
        check(fields().that()
                .areDeclaredInClassesThat(resideInAPackage("dev.blastradius.model..")
                        .and(describe("are records or enums", type -> type.isRecord() || type.isEnum())))
                .and()
                .areNotStatic()
                .should()
                .beFinal()
                .andShould()
                .haveRawType(describe("that cannot change", ArchitectureTest::cannotChange)));
    }

    /** Not so arrays, collections that are not behind their interface, and the program's classes with fields that change. */
    private static boolean cannotChange(JavaClass type) {
        if (type.isArray()) {
            return false;
        }
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return type.isInterface();
        }
        return type.getAllFields().stream()
                .filter(field -> field.getOwner().getPackageName().startsWith("dev.blastradius"))
                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
            assertFalse(packages.isEmpty(), "no sources under " + sources.toAbsolutePath());
            for (Path folder : packages) {
                Path info = folder.resolve("package-info.java");
                assertTrue(Files.exists(info), folder + " has no package-info.java");
                assertTrue(Files.readString(info).contains("@NullMarked"), info + " does not say @NullMarked");
            }
        }
    }

    private static void onlyThese(String[] allowed, String... library) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library));
    }

    private static DescribedPredicate<JavaAccess<?>> memberOf(Class<?> owner, String... names) {
        List<String> wanted = List.of(names);
        return describe(
                owner.getSimpleName() + "'s " + String.join(", ", wanted),
                access -> access.getTargetOwner().isAssignableTo(owner) && wanted.contains(access.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> notEmpty(DescribedPredicate<JavaAccess<?>> collection) {
        return describe(
                collection.getDescription(),
                access -> collection.test(access)
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && !target.getRawParameterTypes().isEmpty());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }
}
