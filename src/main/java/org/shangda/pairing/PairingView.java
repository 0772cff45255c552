package org.shangda.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.Eligibility;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Sentences;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people see of pairs. The two see their own; the secretary those of the branch, the college its own; for everybody
 * else a pair that is there and one that is not look alike. Under which category somebody is eligible is shown to those
 * who arrange it only, and the word of thanks to the two only.
 */
@Service
@Transactional(readOnly = true)
public class PairingView {

    private final Pairings pairings;
    private final Waves waves;
    private final PairingService forming;
    private final WaveService waveService;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final University university;
    private final Sentences sentences;

    PairingView(
            Pairings pairings,
            Waves waves,
            PairingService forming,
            WaveService waveService,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            University university,
            Sentences sentences) {
        this.pairings = pairings;
        this.waves = waves;
        this.forming = forming;
        this.waveService = waveService;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.university = university;
        this.sentences = sentences;
    }

    /**
     * A pairing as it is shown.
     *
     * @param state as its code; {@code stateLabel} in words
     * @param category code, null for whoever does not arrange it
     * @param why the sentence and the clause
     * @param reason code, null while it is open
     * @param carriers who carried it when
     * @param thanks for the two only, otherwise null
     */
    public record Item(
            String number,
            String relation,
            String relationLabel,
            String programme,
            String category,
            String carrier,
            String carrierName,
            String colleague,
            String colleagueName,
            String branch,
            String branchName,
            String college,
            String state,
            String stateLabel,
            String why,
            LocalDate since,
            LocalDate endedOn,
            String reason,
            String reasonLabel,
            List<Carried> carriers,
            List<Leave> leaves,
            String recorderName,
            String thanks) {}

    /** @param to first day without it, null while it lasts */
    public record Carried(String person, String name, LocalDate from, LocalDate to) {}

    // --- lists -------------------------------------------------------------------------------------------------------

    /** A college's pairs, or a branch's, or one's own where no unit is named. */
    public List<Item> list(String caller, boolean administrator, String unit) {
        if (unit == null || unit.isBlank()) {
            return pairings.of(caller).stream()
                    .map(one -> item(one, caller, false))
                    .toList();
        }
        Unit asked = asked(caller, administrator, unit);
        List<Pairing> found = asked.kind().equals("branch")
                ? pairings.findByBranchOrderByNumber(asked.code())
                : pairings.findByCollegeOrderByNumber(asked.code());
        boolean arranges = university
                .collegeOf(asked.code())
                .filter(college -> arrangers.arranges(caller, college.code()))
                .isPresent();
        return found.stream().map(one -> item(one, caller, arranges)).toList();
    }

    public Item one(String number, String caller, boolean administrator) {
        Pairing pairing = forming.pairing(number);
        boolean arranges = pairing.college() != null && arrangers.arranges(caller, pairing.college());
        boolean may = pairing.isOf(caller)
                || administrator
                || arranges
                || ChangeService.answersFor(pairing, university.unitsAnsweredBy(caller));
        if (!may) {
            throw PairingService.notFound();
        }
        return item(pairing, caller, arranges);
    }

    /** @param relations that the college's programme knows */
    public record College(String code, String name, List<Labelled> relations) {}

    /** A code with its words. */
    public record Labelled(String code, String label) {}

    /** The colleges whose pairs somebody arranges. */
    public List<College> colleges(String caller) {
        return university.units().stream()
                .filter(unit -> unit.kind().equals("college") && arrangers.arranges(caller, unit.code()))
                .map(unit -> new College(unit.code(), unit.name(), relations(unit.code())))
                .toList();
    }

    private List<Labelled> relations(String college) {
        String programme = programmes.inForce(college, census.today()).code();
        return Arrays.stream(Relation.values())
                .filter(relation -> !census.categories(programme, relation).isEmpty())
                .map(relation -> new Labelled(relation.code(), sentences.of("relation." + relation.code())))
                .toList();
    }

    private Unit asked(String caller, boolean administrator, String unit) {
        Unit asked = university.unit(unit).orElseThrow(PairingService::notFound);
        boolean may = administrator
                || arrangers.arranges(caller, asked.code())
                || university
                        .collegeOf(asked.code())
                        .filter(college -> arrangers.arranges(caller, college.code()))
                        .isPresent();
        if (!may || !Set.of("branch", "college").contains(asked.kind())) {
            throw PairingService.notFound();
        }
        return asked;
    }

    Item item(Pairing one, String caller, boolean arranges) {
        return new Item(
                one.number(),
                one.relation().code(),
                sentences.of("relation." + one.relation().code()),
                one.programme(),
                arranges ? one.category() : null,
                one.carrier(),
                name(one.carrier()),
                one.colleague(),
                name(one.colleague()),
                one.branch(),
                unitName(one.branch()),
                one.college(),
                one.state().name().toLowerCase(Locale.ROOT),
                sentences.of("pairing.state." + one.state().name()),
                why(one, arranges || caller.equals(one.colleague())),
                one.since(),
                one.endedOn(),
                one.reason(),
                one.reason() == null ? null : sentences.of("pairing.reason." + one.reason()),
                one.carriers().stream()
                        .map(period -> new Carried(period.person(), name(period.person()), period.from(), period.to()))
                        .toList(),
                one.leaves(),
                name(one.recorder()),
                one.isOf(caller) ? one.thanks() : null);
    }

    /** The clause names the category; whoever is not to know it reads the reason without. */
    private String why(Pairing one, boolean whole) {
        String why = why(one.why(), one.whyArgument());
        return whole && one.clause() != null ? why + " " + one.clause() : why;
    }

    private String why(String code, String argument) {
        return code == null ? "" : sentences.of("pairing.why." + code, argument == null ? "" : argument);
    }

    private String name(String person) {
        return person == null ? null : university.nameOf(person);
    }

    private String unitName(String unit) {
        return university.unit(unit).map(Unit::name).orElse(unit);
    }

    // --- for forms ---------------------------------------------------------------------------------------------------

    /** What the task's form shows; the task's holder is known to be who may see it. */
    public Map<String, Object> page(String number) {
        Pairing pairing = forming.pairing(number);
        Map<String, Object> shown = new TreeMap<>();
        shown.put("number", number);
        shown.put("kind", sentences.of("relation." + pairing.relation().code()));
        shown.put("carrierName", nameAndBranch(pairing.carrier()));
        shown.put(
                "colleagueName",
                pairing.colleague() == null ? unitName(pairing.branch()) : nameAndBranch(pairing.colleague()));
        shown.put("whyText", why(pairing.why(), pairing.whyArgument()));
        shown.put("since", pairing.since() == null ? "" : pairing.since().toString());
        shown.put("stateLabel", sentences.of("pairing.state." + pairing.state().name()));
        return shown;
    }

    /** For the colleague: what concerns oneself may be seen whole, the clause too. */
    public Map<String, Object> colleaguePage(String number) {
        Map<String, Object> shown = page(number);
        shown.put("clause", Objects.toString(forming.pairing(number).clause(), ""));
        return shown;
    }

    /** For the college that chooses: the clause too. */
    public Map<String, Object> choicePage(String number) {
        Map<String, Object> shown = successionPage(number);
        shown.put("clause", Objects.toString(forming.pairing(number).clause(), ""));
        return shown;
    }

    /** For whoever names a successor: who would be proposed next. */
    public Map<String, Object> successionPage(String number) {
        Map<String, Object> shown = page(number);
        Pairing pairing = forming.pairing(number);
        shown.put("partner", forming.next(number).map(this::shown).orElse(""));
        shown.put(
                "former",
                Stream.concat(
                                pairing.passedOver().stream().sorted(),
                                pairing.carriers().stream().map(CarrierPeriod::person))
                        .distinct()
                        .map(university::nameOf)
                        .collect(Collectors.joining("、")));
        return shown;
    }

    private String nameAndBranch(String person) {
        return person == null
                ? ""
                : university
                        .person(person)
                        .map(one -> one.name() + " · " + unitName(one.branch()))
                        .orElseGet(() -> university.nameOf(person));
    }

    /** As it can be typed again without doubt. */
    private String shown(String person) {
        return university.nameOf(person) + "(" + person + ")";
    }

    /** One row of a wave's form; the category by its name, as it is typed. */
    public record WaveLine(
            String colleague, String member, String category, String since, boolean keep, String whyText) {}

    /** A wave as its form shows it. */
    public record WavePage(
            String name, String kind, boolean existing, String college, List<WaveLine> rows, String categories) {}

    public WavePage wavePage(String number) {
        Wave wave = waveService.wave(number);
        return new WavePage(
                wave.name(),
                sentences.of("pairing.wave.kind." + wave.kind().name()),
                wave.kind() == Wave.Kind.EXISTING,
                unitName(wave.unit()),
                wave.rows().stream().map(row -> line(wave, row)).toList(),
                census.categories(wave.programme(), wave.relation()).stream()
                        .map(code -> sentences.inChinese("group." + code))
                        .collect(Collectors.joining("、")));
    }

    private WaveLine line(Wave wave, WaveRow row) {
        return new WaveLine(
                wave.relation() == Relation.LEADER_BRANCH ? unitName(row.partner()) : shown(row.partner()),
                row.carrier() == null ? "" : shown(row.carrier()),
                sentences.inChinese("group." + row.category()),
                row.since() == null ? "" : row.since().toString(),
                row.kept(),
                why(row.why(), row.whyArgument()));
    }

    // --- coverage ----------------------------------------------------------------------------------------------------

    /**
     * Who is covered in a category (Z12).
     *
     * @param people all of the category
     * @param covered who have a pair
     * @param asked who are being asked
     * @param declined who do not want one; they leave the denominator
     * @param open who are left
     * @param percent covered of those who have not declined; null where there is nobody
     * @param left names of those who are left
     */
    public record Coverage(
            String relation,
            String category,
            String label,
            int people,
            int covered,
            int asked,
            int declined,
            int open,
            Integer percent,
            List<String> left) {}

    public List<Coverage> coverage(String caller, boolean administrator, String unit) {
        Unit college = arranged(caller, administrator, unit);
        String programme = programmes.inForce(college.code(), census.today()).code();
        Map<String, Willingness> willing = census.willingness();
        List<Coverage> all = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            Map<String, Pairing.State> states = states(relation);
            Map<String, List<Partner>> byCategory = census.partners(college.code(), programme, relation).stream()
                    .collect(Collectors.groupingBy(Partner::category));
            for (String category : census.categories(programme, relation)) {
                if (byCategory.containsKey(category)) {
                    all.add(coverage(relation, category, byCategory.get(category), states, willing));
                }
            }
        }
        return all;
    }

    /** Pairs are arranged by the college and by whoever decides on programmes; administrators do not look on. */
    private Unit arranged(String caller, boolean administrator, String unit) {
        Unit college = asked(caller, administrator, unit);
        if (!college.kind().equals("college") || administrator && !arrangers.arranges(caller, college.code())) {
            throw PairingService.notFound();
        }
        return college;
    }

    /** By partner: {@code ACTIVE} where there is a pair, {@code PROPOSED} where one is under way. */
    private Map<String, Pairing.State> states(Relation relation) {
        Map<String, Pairing.State> states = new TreeMap<>();
        pairings.findByStateInOrderByNumber(Pairing.OPEN).stream()
                .filter(one -> one.relation() == relation)
                .forEach(one -> states.merge(
                        one.partner(),
                        one.state() == Pairing.State.ACTIVE ? Pairing.State.ACTIVE : Pairing.State.PROPOSED,
                        (a, b) -> a == Pairing.State.ACTIVE ? a : b));
        return states;
    }

    private Coverage coverage(
            Relation relation,
            String category,
            List<Partner> people,
            Map<String, Pairing.State> states,
            Map<String, Willingness> willing) {
        int covered = 0;
        int asked = 0;
        int declined = 0;
        List<String> left = new ArrayList<>();
        for (Partner partner : people) {
            Pairing.State state = states.get(partner.key());
            Willingness will = willing.get(partner.key());
            if (state == Pairing.State.ACTIVE) {
                covered++;
            } else if (state != null) {
                asked++;
            } else if (will != null && will.hasDeclined()) {
                declined++;
            } else {
                left.add(partner.colleague() == null ? unitName(partner.branch()) : name(partner.colleague()));
            }
        }
        int counted = people.size() - declined;
        return new Coverage(
                relation.code(),
                category,
                sentences.of("group." + category),
                people.size(),
                covered,
                asked,
                declined,
                left.size(),
                counted == 0 ? null : covered * 100 / counted,
                left.stream().sorted().toList());
    }

    /**
     * Whose pairs are too few (J01, J07, T05).
     *
     * @param label of the categories that count together
     * @param least fewest pairs that each carrier is to have
     * @param people who have fewer, with the fewest first
     */
    public record Shortage(
            String relation,
            String relationLabel,
            List<String> categories,
            String label,
            int least,
            String clause,
            List<Carrying> people) {}

    /** @param pairs how many there are; those who are still being asked do not count */
    public record Carrying(String person, String name, int pairs) {}

    /**
     * Who of a college carries fewer pairs than its programme asks for, for those who arrange the college's pairs. The
     * university's leaders belong to every college, but who of them is behind only the organization department reads: it
     * arranges what they do (J02).
     */
    public List<Shortage> shortages(String caller, boolean administrator, String unit) {
        Unit college = arranged(caller, administrator, unit);
        String programme = programmes.inForce(college.code(), census.today()).code();
        boolean everybody = programmes.decidedBy(caller);
        List<Carrier> carriers = census.carriers();
        Loads loads = census.living();
        List<Shortage> all = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            List<String> known = census.categories(programme, relation);
            Set<Set<String>> seen = new HashSet<>();
            for (String category : known) {
                Eligibility rule = census.rule(programme, relation, category).orElseThrow();
                Set<String> together = FormingRules.countedTogether(category, rule);
                if (rule.minPerCarrier() != null && seen.add(together)) {
                    List<Carrier> obliged = carriers.stream()
                            .filter(carrier ->
                                    FormingRules.rightPost(carrier, rule).isEmpty())
                            .filter(carrier -> belongs(carrier, college, rule, everybody))
                            .toList();
                    all.add(shortage(relation, together, known, rule, obliged, loads));
                }
            }
        }
        return all.stream().filter(one -> !one.people().isEmpty()).toList();
    }

    private Shortage shortage(
            Relation relation,
            Set<String> together,
            List<String> known,
            Eligibility rule,
            List<Carrier> carriers,
            Loads loads) {
        List<String> counted = known.stream().filter(together::contains).toList();
        List<Carrying> people = carriers.stream()
                .map(carrier ->
                        new Carrying(carrier.id(), name(carrier.id()), loads.carried(relation, together, carrier.id())))
                .filter(carrying -> carrying.pairs() < rule.minPerCarrier())
                .sorted(Comparator.comparingInt(Carrying::pairs).thenComparing(Carrying::person))
                .toList();
        return new Shortage(
                relation.code(),
                sentences.of("relation." + relation.code()),
                counted,
                counted.stream().map(code -> sentences.of("group." + code)).collect(Collectors.joining("、")),
                rule.minPerCarrier(),
                rule.clause(),
                people);
    }

    private boolean belongs(Carrier carrier, Unit college, Eligibility rule, boolean everybody) {
        boolean inBranch = university
                .collegeOf(carrier.branch())
                .filter(one -> one.code().equals(college.code()))
                .isPresent();
        return rule.scope().equals("branch")
                ? inBranch
                : carrier.everywhere() ? everybody : carrier.colleges().contains(college.code());
    }

    // --- hand-over ---------------------------------------------------------------------------------------------------

    /**
     * What a post has under way, on one page for whoever takes it over.
     *
     * @param carries pairs that the person carries or carried
     * @param ofUnits open pairs of the branches and colleges that the person answers for
     * @param waiting what waits for a decision of these units
     */
    public record Handover(
            String person,
            String name,
            List<String> units,
            List<Item> carries,
            List<Item> ofUnits,
            List<Waiting> waiting) {}

    /** @param what {@code choose}, {@code find-carrier} or {@code wave}, with its label */
    public record Waiting(String number, String what, String label, String unitName) {}

    /** For the person, for whoever answers for the same units, and for the college above. */
    public Handover handover(String caller, boolean administrator, String person) {
        Person of = university.person(person).orElse(null);
        Set<String> units = new TreeSet<>(university.unitsAnsweredBy(person));
        boolean may = administrator
                || caller.equals(person)
                || units.stream().anyMatch(unit -> above(caller, unit))
                || of != null && above(caller, of.branch());
        if (!may || university.nameOf(person).equals(person) && of == null) {
            throw PairingService.notFound();
        }
        List<Pairing> ofUnits = units.stream()
                .flatMap(unit -> Stream.of(
                                pairings.findByBranchAndStateInOrderByNumber(unit, Pairing.OPEN),
                                pairings.findByCollegeAndStateInOrderByNumber(unit, Pairing.OPEN))
                        .flatMap(Collection::stream))
                .distinct()
                .toList();
        return new Handover(
                person,
                university.nameOf(person),
                units.stream().map(this::unitName).toList(),
                pairings.carriedEver(person).stream()
                        .map(one -> item(one, caller, false))
                        .toList(),
                ofUnits.stream().map(one -> item(one, caller, false)).toList(),
                waiting(units, ofUnits));
    }

    private boolean above(String caller, String unit) {
        Set<String> answered = university.unitsAnsweredBy(caller);
        return programmes.decidedBy(caller)
                || university.unit(unit).isPresent()
                        && university.lineOf(unit).stream()
                                .filter(one -> one.parent() != null)
                                .map(Unit::code)
                                .anyMatch(answered::contains);
    }

    private List<Waiting> waiting(Set<String> units, List<Pairing> ofUnits) {
        List<Waiting> waiting = new ArrayList<>();
        ofUnits.stream()
                .filter(one -> one.vacant() && units.contains(one.branch())
                        || one.state() == Pairing.State.SOUGHT && units.contains(Objects.toString(one.college(), "")))
                .map(one -> waiting(one.number(), one.vacant() ? "find-carrier" : "choose", one.branch()))
                .forEach(waiting::add);
        waves.findByUnitInAndStateOrderByNumber(units, Wave.State.PLANNED).stream()
                .map(wave -> waiting(wave.number(), "wave", wave.unit()))
                .forEach(waiting::add);
        return waiting;
    }

    private Waiting waiting(String number, String what, String unit) {
        return new Waiting(number, what, sentences.of("pairing.waiting." + what), unitName(unit));
    }
}
