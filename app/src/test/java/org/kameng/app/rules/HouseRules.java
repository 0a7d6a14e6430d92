package org.kameng.app.rules;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules that byte code can tell, for any root package, so that planted violations can be judged by the same rules. */
record HouseRules(String root) {

    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.YearMonth");

    /** Rule number and short name → rule; the order is that of style.md. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("R1 domain knows no engine, no screen, no outer module", domainIsFree());
        rules.put("R1 processes know no workers and no screens", processesAreFree());
        rules.put("R1 screens and workers never see each other", siblingsAreBlind());
        rules.put("R2 foreign clients stay in their rooms", foreignClientsStayHome());
        rules.put("R3 entities are hidden, versioned and without setters", entitiesAreHonest());
        rules.put("R4 features form no cycle", featuresFormNoCycle());
        rules.put("R4 only the root package of a feature is used from outside", innerRoomsAreClosed());
        rules.put("R5 repositories and routes are package-private", repositoriesAndRoutesAreHidden());
        rules.put("R5 screens import no persistence", screensImportNoPersistence());
        rules.put("R6 job handlers are thin workers", handlersAreThinWorkers());
        rules.put("R6 workers draw no random ids and open no transactions", workersAreRepeatable());
        rules.put("R7 nobody reads the wall clock", nobodyReadsTheWallClock());
        rules.put("R7 no field injection", noFieldInjection());
        rules.put("R7 nobody prints to the console", nobodyPrints());
        rules.put("R7 every list read of a repository has a limit", listReadsHaveALimit());
        return rules;
    }

    private ArchRule domainIsFree() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.camunda..", "com.vaadin..", root + ".processes..", root + ".workers..", root + ".ui..")
                .allowEmptyShould(true);
    }

    private ArchRule processesAreFree() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".processes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", root + ".workers..", root + ".ui..")
                .allowEmptyShould(true);
    }

    private ArchRule siblingsAreBlind() {
        return slices().matching(root + ".(ui|workers)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private ArchRule foreignClientsStayHome() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("use foreign clients only where they live") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var dependency : type.getDirectDependenciesFromSelf()) {
                            var target = dependency.getTargetClass().getPackageName();
                            var home = homeOf(target);
                            if (home != null && !type.getPackageName().matches(home)) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    private String homeOf(String target) {
        if (target.startsWith("co.elastic")) {
            return ".*\\.search(\\..*)?";
        }
        if (target.startsWith("org.apache.pdfbox")) {
            return ".*\\.document(\\..*)?";
        }
        return target.startsWith("io.camunda") ? root.replace(".", "\\.") + "\\.processes\\.engine" : null;
    }

    private ArchRule entitiesAreHonest() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should(
                        new ArchCondition<>(
                                "be package-private, versioned, without setters, without foreign entities") {
                            @Override
                            public void check(JavaClass entity, ConditionEvents events) {
                                if (entity.getModifiers().contains(JavaModifier.PUBLIC)) {
                                    events.add(SimpleConditionEvent.violated(entity, entity.getName() + " is public"));
                                }
                                if (entity.getFields().stream()
                                                .noneMatch(f -> f.isAnnotatedWith("jakarta.persistence.Version"))
                                        && !entity.isAnnotatedWith("org.hibernate.annotations.Immutable")) {
                                    events.add(SimpleConditionEvent.violated(
                                            entity, entity.getName() + " has no @Version"));
                                }
                                entity.getMethods().stream()
                                        .filter(m -> m.getName().matches("set[A-Z].*"))
                                        .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getFullName())));
                                entity.getFields().stream()
                                        .filter(f -> f.getRawType().isAnnotatedWith("jakarta.persistence.Entity"))
                                        .filter(f ->
                                                !f.getRawType().getPackageName().equals(entity.getPackageName()))
                                        .forEach(f -> events.add(SimpleConditionEvent.violated(f, f.getFullName())));
                            }
                        })
                .allowEmptyShould(true);
    }

    private ArchRule featuresFormNoCycle() {
        return slices().matching(root + ".(domain|processes|workers|ui).(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private ArchRule innerRoomsAreClosed() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("use only the root package of another feature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var dependency : type.getDirectDependenciesFromSelf()) {
                            var feature =
                                    innerRoomOf(dependency.getTargetClass().getPackageName());
                            if (feature != null && !(type.getPackageName() + ".").startsWith(feature + ".")) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    /** The feature whose inner package this is, or null for root packages and the shared ones. */
    private String innerRoomOf(String target) {
        if (!target.startsWith(root + ".")) {
            return null;
        }
        var parts = target.substring(root.length() + 1).split("\\.");
        var inner = parts.length > 2 && !parts[1].equals("shared");
        return inner ? root + "." + parts[0] + "." + parts[1] : null;
    }

    private ArchRule repositoriesAndRoutesAreHidden() {
        return classes()
                .that()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .or()
                .areAnnotatedWith("com.vaadin.flow.router.Route")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
    }

    private ArchRule screensImportNoPersistence() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.jdbc..")
                .allowEmptyShould(true);
    }

    private ArchRule handlersAreThinWorkers() {
        return classes()
                .that(are(jobHandlers()))
                .should()
                .resideInAPackage(root + ".workers..")
                .andShould()
                .haveSimpleNameEndingWith("Worker")
                .andShould()
                .beTopLevelClasses()
                .allowEmptyShould(true);
    }

    private ArchRule workersAreRepeatable() {
        return classes()
                .that(are(jobHandlers()))
                .should(new ArchCondition<>("draw no random ids, open no transactions, return no maps") {
                    @Override
                    public void check(JavaClass worker, ConditionEvents events) {
                        worker.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isEquivalentTo(java.util.UUID.class))
                                .filter(call -> call.getName().equals("randomUUID"))
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                        worker.getMethods().stream()
                                .filter(m ->
                                        m.isAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                                                || m.getRawReturnType().isAssignableTo(Map.class))
                                .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getFullName())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean limits(JavaParameter parameter) {
        return parameter.getRawType().getName().startsWith("org.springframework.data.domain.")
                || parameter
                        .tryGetAnnotationOfType("org.springframework.data.repository.query.Param")
                        .flatMap(named -> named.get("value"))
                        .filter("limit"::equals)
                        .isPresent();
    }

    private DescribedPredicate<JavaClass> jobHandlers() {
        return DescribedPredicate.describe(
                "job handlers",
                type -> !type.isInterface() && type.isAssignableTo(root + ".processes.engine.JobHandler"));
    }

    private ArchRule nobodyReadsTheWallClock() {
        DescribedPredicate<JavaCall<?>> wallClock = DescribedPredicate.describe(
                "reads the wall clock",
                call -> (WALL_CLOCKS.contains(call.getTargetOwner().getName())
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().isEmpty())
                        || (call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("currentTimeMillis"))
                        || (call.getTargetOwner().isEquivalentTo(java.util.Date.class)
                                && call.getName().equals("<init>")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
        return noClasses().that().resideInAPackage(root + "..").should().callCodeUnitWhere(wallClock);
    }

    private ArchRule noFieldInjection() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject");
    }

    private ArchRule nobodyPrints() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private ArchRule listReadsHaveALimit() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should(new ArchCondition<>("take a Limit or Pageable when they return many") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var many = method.getRawReturnType().isAssignableTo(Collection.class);
                        var limited = method.getParameters().stream().anyMatch(HouseRules::limits);
                        if (many && !limited) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no limit"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }
}
