package org.shangda.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.shangda.contact.Obligations.Obligation;
import org.shangda.numbering.CaseNumbers;
import org.shangda.pairing.Leave;
import org.shangda.pairing.Pair;
import org.shangda.pairing.PairBegan;
import org.shangda.pairing.PairChanged;
import org.shangda.pairing.Pairs;
import org.shangda.programme.PracticeDays;
import org.shangda.university.PassedOn;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the sheets of the periods that are under way. At night, some carriers at a time, so that nobody waits for it; as
 * often as one likes, on as many nodes as one likes, because a carrier has one sheet for a period. What begins, changes
 * or ends in mid-period is put on the sheets at once.
 */
@Service
public class DutyOpening {

    private static final Logger log = LoggerFactory.getLogger(DutyOpening.class);

    private final DutySheets sheets;
    private final ContactRecords contacts;
    private final Pairs pairs;
    private final Periods periods;
    private final Obligations obligations;
    private final ContactProcess process;
    private final University university;
    private final ContactClock clock;
    private final CaseNumbers numbers;
    private final ContactProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final PracticeDays days;

    DutyOpening(
            DutySheets sheets,
            ContactRecords contacts,
            Pairs pairs,
            Periods periods,
            Obligations obligations,
            ContactProcess process,
            University university,
            ContactClock clock,
            CaseNumbers numbers,
            ContactProperties properties,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            PracticeDays days) {
        this.sheets = sheets;
        this.contacts = contacts;
        this.pairs = pairs;
        this.periods = periods;
        this.obligations = obligations;
        this.process = process;
        this.university = university;
        this.clock = clock;
        this.numbers = numbers;
        this.properties = properties;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.days = days;
    }

    /**
     * Also a minute after a start, for a night on which nothing ran.
     *
     * @return how many sheets were opened
     */
    @Scheduled(initialDelayString = "${shangda.contact.opening-after-start:PT1M}")
    @Scheduled(cron = "${shangda.contact.opening:0 30 1 * * *}", zone = "${shangda.calendar.zone:Asia/Shanghai}")
    public int open() {
        LocalDate today = clock.today();
        int opened = 0;
        Map<String, List<Pair>> carried = university.units().stream()
                .filter(unit -> unit.parent() == null)
                .flatMap(root -> pairs.within(root.code(), today, today).stream())
                .filter(pair -> isCarried(pair, today))
                .collect(Collectors.groupingBy(Pair::carrier, TreeMap::new, Collectors.toList()));
        for (Period period : periods.on(today)) {
            opened += open(period, carried);
        }
        return opened;
    }

    private int open(Period period, Map<String, List<Pair>> carried) {
        Map<String, List<Pair>> waiting = new TreeMap<>(carried);
        waiting.keySet().removeAll(sheets.carriersWith(period.code()));
        int opened = 0;
        for (List<List<Pair>> some : ListUtils.partition(List.copyOf(waiting.values()), properties.batch())) {
            opened += openBatch(period, some);
        }
        if (opened > 0) {
            log.info("Opened {} sheets of contacts for {}.", opened, period.code());
        }
        return opened;
    }

    private int openBatch(Period period, List<List<Pair>> carriers) {
        try {
            return transaction.execute(status -> openMissing(period, carriers));
        } catch (DataIntegrityViolationException anotherNode) {
            // It opened some of them meanwhile; they are there now.
            return transaction.execute(status -> openMissing(period, carriers));
        }
    }

    private int openMissing(Period period, List<List<Pair>> carriers) {
        Set<String> there = sheets.carriersWith(
                period.code(), carriers.stream().map(DutyOpening::carrierOf).toList());
        List<List<Pair>> missing = carriers.stream()
                .filter(carried -> !there.contains(carrierOf(carried)))
                .toList();
        Map<String, List<Leave>> leaves = pairs.leaves(
                missing.stream().flatMap(List::stream).map(Pair::number).toList(), period.from(), period.to());
        List<DutySheet> opened = new ArrayList<>();
        for (List<Pair> carried : missing) {
            List<Obligation> owed = owed(carried, period, leaves);
            if (!owed.isEmpty()) {
                opened.add(sheet(carrierOf(carried), period, owed));
            }
        }
        if (!opened.isEmpty()) {
            count(opened, period);
            // Another node that has opened the same is noticed before the engine does everything a second time.
            sheets.saveAllAndFlush(opened);
            begin(opened);
        }
        return opened.size();
    }

    private List<Obligation> owed(Pair pair, Period period) {
        return owed(
                List.of(pair), period, Map.of(pair.number(), pairs.leaves(pair.number(), period.from(), period.to())));
    }

    private List<Obligation> owed(Collection<Pair> carried, Period period, Map<String, List<Leave>> leaves) {
        return carried.stream()
                .map(pair -> obligations.of(pair, period, leaves.getOrDefault(pair.number(), List.of())))
                .filter(obligation -> !obligation.duties().isEmpty())
                .toList();
    }

    private DutySheet sheet(String carrier, Period period, List<Obligation> owed) {
        DutySheet sheet = new DutySheet(numbers.next("CD"), carrier, period, clock.now());
        String branch = university.person(carrier).map(Person::branch).orElse(null);
        sheet.belongsTo(
                branch,
                branch == null
                        ? null
                        : university.collegeOf(branch).map(Unit::code).orElse(null));
        String campus = obligations.campusOf(branch);
        var due = clock.closeOf(period.to());
        sheet.dates(
                clock.daysBefore(due, days.of(PracticeDays.What.CONTACT_REMIND), campus),
                due,
                clock.graceAfter(due, days.of(PracticeDays.What.CONTACT_GRACE), campus));
        owed.forEach(obligation -> owe(sheet, obligation));
        return sheet;
    }

    private static boolean owe(DutySheet sheet, Obligation obligation) {
        boolean more = false;
        for (var duty : obligation.duties()) {
            more |= sheet.owe(obligation.pair(), duty, obligation.programme());
        }
        return more;
    }

    /** What was done before the sheet was there counts as well. */
    private void count(List<DutySheet> some, Period period) {
        Map<String, List<Contact>> done = contacts
                .findByPairingInAndHeldOnBetween(
                        some.stream()
                                .flatMap(sheet -> sheet.rows().stream())
                                .map(Owed::pairing)
                                .distinct()
                                .toList(),
                        period.from(),
                        period.to())
                .stream()
                .collect(Collectors.groupingBy(Contact::pairing));
        some.forEach(sheet -> sheet.count(sheet.rows().stream()
                .map(Owed::pairing)
                .distinct()
                .flatMap(pair -> done.getOrDefault(pair, List.of()).stream())
                .toList()));
    }

    /** Those on which something is still to be done set out; the others are settled. */
    private void begin(List<DutySheet> opened) {
        opened.stream().filter(DutySheet::everythingDone).forEach(sheet -> sheet.settle(clock.now()));
        process.opened(opened.stream()
                .filter(DutySheet::isOpen)
                .map(sheet -> new ContactProcess.Opened(sheet.number(), sheet.remindAt(), sheet.closesAt()))
                .toList());
    }

    // --- in mid-period -----------------------------------------------------------------------------------------------

    @EventListener
    void on(PairBegan began) {
        join(began.pair());
    }

    /** It has ended, rests, or has another carrier, who inherits what is still to be done. */
    @EventListener
    void on(PairChanged changed) {
        transaction.executeWithoutResult(status -> {
            LocalDate today = clock.today();
            for (DutySheet sheet : sheets.openWith(changed.now().number())) {
                if (releaseWhatIsNotOwed(sheet, changed.now(), today)) {
                    String now = isCarried(changed.now(), today) ? changed.now().carrier() : null;
                    events.publishEvent(new PassedOn(PassedOn.Kind.DUTY, sheet.number(), sheet.carrier(), now));
                }
                if (sheet.everythingDone()) {
                    sheet.settle(clock.now());
                    process.settled(sheet.number());
                }
            }
            join(changed.now());
        });
    }

    private boolean releaseWhatIsNotOwed(DutySheet sheet, Pair pair, LocalDate today) {
        Set<String> owed = !isCarried(pair, today) || !sheet.carrier().equals(pair.carrier())
                ? Set.of()
                : owed(pair, sheet.period()).stream()
                        .flatMap(obligation -> obligation.duties().stream())
                        .map(duty -> duty.kind())
                        .collect(Collectors.toSet());
        return sheet.release(pair.number(), owed, today);
    }

    private void join(Pair pair) {
        LocalDate today = clock.today();
        if (!isCarried(pair, today) || pair.since().isAfter(today)) {
            return;
        }
        transaction.executeWithoutResult(status -> periods.on(today).forEach(period -> join(pair, period)));
    }

    private void join(Pair pair, Period period) {
        List<Obligation> owed = owed(pair, period);
        if (owed.isEmpty()) {
            return;
        }
        DutySheet sheet =
                sheets.findByCarrierAndPeriod(pair.carrier(), period.code()).orElse(null);
        if (sheet == null) {
            List<List<Pair>> carrier = List.of(allOf(pair, period));
            openMissing(period, carrier);
        } else if (owe(sheet, owed.get(0))) {
            boolean resting = !sheet.isOpen();
            if (resting) {
                sheet.reopen();
            }
            count(List.of(sheet), period);
            sheets.saveAndFlush(sheet);
            if (resting) {
                begin(List.of(sheet));
            } else if (sheet.everythingDone()) {
                sheet.settle(clock.now());
                process.settled(sheet.number());
            }
        }
    }

    private List<Pair> allOf(Pair pair, Period period) {
        LocalDate today = clock.today();
        return Stream.concat(
                        Stream.of(pair),
                        pairs.carriedBy(pair.carrier(), period.from(), period.to()).stream()
                                .filter(other -> !other.number().equals(pair.number()) && isCarried(other, today)))
                .toList();
    }

    /** Neither ended nor without anybody who carries it: while somebody is looked for, nobody owes anything. */
    private static boolean isCarried(Pair pair, LocalDate today) {
        return pair.carrier() != null && (pair.until() == null || pair.until().isAfter(today));
    }

    private static String carrierOf(List<Pair> carried) {
        return carried.get(0).carrier();
    }
}
