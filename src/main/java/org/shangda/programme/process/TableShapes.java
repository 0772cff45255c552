package org.shangda.programme.process;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.TableShape;
import org.shangda.programme.LevelAnswer;
import org.shangda.programme.Outcome;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.programme.StalledWhen;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.WordKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables are asked, and what they may answer: the columns that {@link DecisionRules} and {@link DecisionDuties} read. */
@Configuration(proxyBeanMethods = false)
class TableShapes {

    static final String[] STAGES = {"first", "again", "review"};
    static final String[] PERIODS = {"month", "quarter", "half-year", "semester"};
    static final String[] STRENGTHS = {"advice", "duty"};
    static final String[] TALKERS = {"linked-member", "linked-leader", "branch-secretary", "unit-head"};
    static final String[] POSTS = {
        "any-member", "university-leader", "college-head", "administrative-head", "branch-secretary", "talent"
    };
    static final String[] SCOPES = {"branch", "college", "university"};
    static final String[] TIERS = {"member", "branch", "college", "office", "organization-department"};
    private static final List<String> SHIPPED_TYPES = List.of("difficulty", "problem", "suggestion", "hazard");

    /** Working days; more nobody waits. */
    private static final int YEAR = 250;

    private final ObjectProvider<Programmes> programmes;
    private final ObjectProvider<University> university;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    TableShapes(ObjectProvider<Programmes> programmes, ObjectProvider<University> university) {
        this.programmes = programmes;
        this.university = university;
    }

    @Bean
    TableShape levelUnitsShape() {
        return level(TableShape.first("level-units"))
                .gives("rule", "own-branch", "own-college", "routed", "fixed", "same", "line-leader")
                .mayGive("unit", this::units)
                .gives("handledBy", "handlers", "head")
                .gives("supervisionRule", "own-college", "fixed")
                .mayGive("supervisionUnit", this::units)
                .givesText("clause");
    }

    @Bean
    TableShape levelExitsShape() {
        return level(TableShape.all("level-exits"))
                .gives("code")
                .gives(
                        "outcome",
                        Arrays.stream(Outcome.values())
                                .filter(Outcome::isOfAnExit)
                                .map(Outcome::code)
                                .toArray(String[]::new))
                .mayGiveNumber("limit", 1, 20)
                .mayGiveNumber("withinDays", 1, YEAR)
                .givesText("clause");
    }

    @Bean
    TableShape levelDeadlinesShape() {
        return level(TableShape.first("level-deadlines"))
                .mayGiveNumber("receiveDays", 1, YEAR)
                .mayGiveNumber("receiveHours", 1, 240)
                .givesNumber("handleDays", 1, YEAR)
                .mayGiveNumber("remindDaysBefore", 1, YEAR)
                .mayGiveNumber("extendedDays", 1, YEAR)
                .mayGiveCodes("signedExits", codesOf("level-exits", "code"))
                .mayGive("signedBy", proposal -> Set.of("secretary", "chief"))
                .gives("onOverdue", "supervise", "move-up")
                .mayGiveNumber("moveAfterDays", 1, YEAR)
                .givesYesNo("vacationsCount")
                .givesText("clause");
    }

    @Bean
    TableShape levelAnswersShape() {
        return level(TableShape.all("level-answers"))
                .asks("exit", TableShapes::exits)
                .mayGiveYesNo("settled")
                .mayGiveCodes(
                        "checks", proposal -> named(proposal, "closing-check").collect(Collectors.toSet()))
                .givesText("clause");
    }

    @Bean
    TableShape callBackSampleShape() {
        return level(TableShape.first("call-back-sample"))
                .givesNumber("share", 0, 100)
                .givesNumber("atLeast", 0, 100)
                .mayGive("unit", this::units)
                .givesNumber("withinDays", 1, YEAR)
                .givesText("clause");
    }

    /** With which an answer may leave a level. */
    private static Set<String> exits(Proposal proposal) {
        Set<String> exits = new LinkedHashSet<>(codesOf("level-exits", "code").apply(proposal));
        exits.add(LevelAnswer.DECISION);
        return exits;
    }

    private TableShape level(TableShape shape) {
        return shape.asks("programme", this::programmes)
                .asks("level", Levels::known)
                .asks("stage", STAGES)
                .asks("type", TableShapes::types);
    }

    @Bean
    TableShape departmentRoutingShape() {
        return TableShape.all("department-routing")
                .asks("programme", this::programmes)
                .asksAny("category")
                .gives("unit", this::units)
                .givesText("clause")
                .mayGiveYesNo("emergency");
    }

    @Bean
    TableShape contactDutiesShape() {
        return TableShape.all("contact-duties")
                .asks("programme", this::programmes)
                .asks("relation", "member-person", "leader-person", "leader-branch")
                .gives("kind")
                .givesNumber("atLeast", 1, 50)
                .gives("period", PERIODS)
                .gives("strength", STRENGTHS)
                .givesCodes("ways", TableShapes::ways)
                .mayGiveText("together")
                .givesNumber("minWorkingDays", 0, YEAR)
                .givesText("clause");
    }

    @Bean
    TableShape eventDutiesShape() {
        return TableShape.first("event-duties")
                .asks("programme", this::programmes)
                .asksAny("occasion")
                .gives("kind")
                .gives("who", TALKERS)
                .givesNumber("withinDays", 1, YEAR)
                .givesYesNo("diverted")
                .givesText("clause");
    }

    @Bean
    TableShape pairingEligibilityShape() {
        Function<Proposal, Set<String>> categories = codesOf("pairing-eligibility", "category");
        return TableShape.first("pairing-eligibility")
                .asks("programme", this::programmes)
                .asks("relation", "member-person", "leader-person", "leader-branch")
                .asksAny("category")
                .givesCodes("posts", proposal -> Set.of(POSTS))
                .gives("scope", SCOPES)
                .givesYesNo("ownBranchFirst")
                .mayGiveNumber("maxPerCarrier", 1, 100)
                .mayGiveNumber("minPerCarrier", 1, 100)
                .mayGiveCodes("countedWith", categories)
                .mayGiveNumber("maxPerColleague", 1, 100)
                .mayGiveText("arrangedBy")
                .givesText("clause");
    }

    @Bean
    TableShape practiceDaysShape() {
        return TableShape.first("practice-days")
                .asks(
                        "what",
                        Arrays.stream(PracticeDays.What.values())
                                .map(PracticeDays.What::code)
                                .toArray(String[]::new))
                .alwaysAnswers()
                .givesNumber("days", 1, YEAR)
                .givesText("clause");
    }

    @Bean
    TableShape summaryTiersShape() {
        return TableShape.all("summary-tiers")
                .asks("programme", this::programmes)
                .gives("tier", TIERS)
                .mayGive("handsUpTo", proposal -> Set.of(TIERS))
                .givesNumber("withinDays", 1, YEAR)
                .givesText("clause");
    }

    /** What each code is called; a further column is a further language. */
    @Bean
    TableShape wordsShape() {
        return TableShape.listed("words")
                .asksAny("kind")
                .asksAny("code")
                .givesText("zh")
                .mayGiveText("en")
                .mayGiveNumber("order", 0, 100_000)
                .mayGiveYesNo("inUse");
    }

    /** The types of concerns for which the tables of levels are asked: those of the table of words, without other names. */
    static Set<String> types(Proposal proposal) {
        Set<String> types = new LinkedHashSet<>(SHIPPED_TYPES);
        named(proposal, "type").map(WordKind::plain).forEach(types::add);
        return types;
    }

    @Bean
    TableShape stalledWhenShape() {
        return TableShape.first("stalled-when")
                .asks("programme", this::programmes)
                .asks("level", Levels::known)
                .asks("type", TableShapes::types)
                .asks("cause", codes(StalledWhen.Cause.values(), StalledWhen.Cause::code))
                .alwaysAnswers()
                .givesNumber("n", 0, YEAR)
                .gives("severity", codes(StalledWhen.Severity.values(), StalledWhen.Severity::code))
                .gives("told", "supervisor", "operator", "leader")
                .givesText("clause");
    }

    private static <E> String[] codes(E[] all, Function<E, String> code) {
        return Arrays.stream(all).map(code).toArray(String[]::new);
    }

    /** A way is known when it has a word. */
    private static Set<String> ways(Proposal proposal) {
        return named(proposal, "way").collect(Collectors.toSet());
    }

    private static Stream<String> named(Proposal proposal, String kind) {
        return proposal.table("words").stream()
                .flatMap(words -> words.rows().stream())
                .filter(row -> row.accepts("kind", kind))
                .flatMap(row -> row.codesOf("code").stream());
    }

    private static Function<Proposal, Set<String>> codesOf(String table, String column) {
        return proposal ->
                proposal.table(table).map(rows -> rows.codesOf(column)).orElse(Set.of());
    }

    private Set<String> programmes(Proposal proposal) {
        return programmes.getObject().all().stream().map(Programme::code).collect(Collectors.toSet());
    }

    private Set<String> units(Proposal proposal) {
        return university.getObject().units().stream().map(Unit::code).collect(Collectors.toSet());
    }
}
