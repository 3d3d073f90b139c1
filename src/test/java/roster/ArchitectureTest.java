package roster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "roster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package knows only those that come before it. */
    @ArchTest
    static final ArchRule dependenciesRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("roster..")
            .ensureAllClassesAreContainedInArchitectureIgnoring("roster")
            .layer("problem")
            .definedBy("roster.problem")
            .layer("limit")
            .definedBy("roster.limit")
            .layer("history")
            .definedBy("roster.history")
            .layer("idempotency")
            .definedBy("roster.idempotency")
            .layer("workspace")
            .definedBy("roster.workspace")
            .layer("account")
            .definedBy("roster.account")
            .layer("mail")
            .definedBy("roster.mail")
            .layer("engine")
            .definedBy("roster.engine")
            .layer("check")
            .definedBy("roster.check")
            .layer("diagram")
            .definedBy("roster.diagram")
            .layer("member")
            .definedBy("roster.member")
            .layer("invitation")
            .definedBy("roster.invitation")
            .layer("approval")
            .definedBy("roster.approval")
            .layer("flow")
            .definedBy("roster.flow")
            .layer("rollout")
            .definedBy("roster.rollout")
            .layer("openapi")
            .definedBy("roster.openapi")
            .layer("console")
            .definedBy("roster.console")
            .layer("operation")
            .definedBy("roster.operation")
            .layer("security")
            .definedBy("roster.security")
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("limit")
            .mayNotAccessAnyLayer()
            .whereLayer("history")
            .mayNotAccessAnyLayer()
            .whereLayer("idempotency")
            .mayOnlyAccessLayers("problem")
            .whereLayer("workspace")
            .mayOnlyAccessLayers("problem")
            .whereLayer("account")
            .mayOnlyAccessLayers("problem", "limit", "idempotency", "workspace")
            .whereLayer("mail")
            .mayOnlyAccessLayers("account")
            .whereLayer("engine")
            .mayOnlyAccessLayers("problem", "workspace", "account", "mail")
            .whereLayer("check")
            .mayOnlyAccessLayers("engine")
            .whereLayer("diagram")
            .mayOnlyAccessLayers("problem", "workspace", "account", "engine", "check")
            .whereLayer("member")
            .mayOnlyAccessLayers("problem", "history", "workspace", "account", "mail", "engine", "check")
            .whereLayer("approval")
            .mayOnlyAccessLayers("problem", "workspace", "account", "engine", "check", "member", "invitation")
            .whereLayer("flow")
            .mayOnlyBeAccessedByLayers("console")
            .whereLayer("rollout")
            .mayOnlyBeAccessedByLayers("console")
            .whereLayer("openapi")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("console")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("security")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("roster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersAreNoDoorForOtherPackages =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule repositoriesStayInTheirPackage =
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule theDomainKnowsNoEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "roster.problem",
                    "roster.history",
                    "roster.workspace",
                    "roster.account",
                    "roster.mail",
                    "roster.member")
            .and()
            .haveNameNotMatching("roster\\.member\\.Member(Process|Requests|Tasks).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
