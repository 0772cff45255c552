package org.shangda.bulletin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shangda.numbering.CaseNumbers;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.work.Offer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 通报: published, extended and retracted by whoever answers for a unit, and read by its people. */
@Service
@Transactional
public class BulletinService {

    /** Practice, not policy. */
    private static final int MOST_DAYS = 366;

    private static final int MOST_SHOWN = 200;

    private final Bulletins bulletins;
    private final Audiences audiences;
    private final University university;
    private final CaseNumbers numbers;
    private final Inputs inputs;
    private final Clock clock;

    BulletinService(
            Bulletins bulletins,
            Audiences audiences,
            University university,
            CaseNumbers numbers,
            Inputs inputs,
            Clock clock) {
        this.bulletins = bulletins;
        this.audiences = audiences;
        this.university = university;
        this.numbers = numbers;
        this.inputs = inputs;
        this.clock = clock;
    }

    /**
     * What is published.
     *
     * @param audience code of the unit whose people read it
     * @param lastDay the last day on which it is shown, at most a year from now
     */
    public record Publication(
            @Text(max = 100) String title,
            @Text(max = 5_000) String words,
            @Text(max = 64) String audience,
            LocalDate lastDay) {}

    /** Whom the caller may tell something. */
    public List<Choice> audiences(String caller) {
        return audiences.open(caller);
    }

    /** @param endsAt when its last day is over */
    public record Published(String number, Instant endsAt) {}

    public Published publish(String caller, Publication input) {
        inputs.check(input);
        String issuer = university
                .unit(input.audience())
                .flatMap(unit -> audiences.open(caller).stream()
                        .filter(open -> open.value().equals(unit.code()))
                        .findFirst())
                .flatMap(open -> audiences.issuer(caller, open.value()))
                .orElseThrow(() -> Inputs.unknown("audience"));
        Bulletin bulletin = bulletins.save(new Bulletin(
                numbers.next("TB"),
                input.title().strip(),
                input.words().strip(),
                issuer,
                input.audience(),
                checked(input.lastDay()),
                caller,
                clock.instant()));
        return published(bulletin);
    }

    private LocalDate checked(LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        LocalDate most = today.plusDays(MOST_DAYS);
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(most)) {
            throw Refusal.invalid("bulletin.last-day", today, most);
        }
        return lastDay;
    }

    private Published published(Bulletin bulletin) {
        return new Published(
                bulletin.number(),
                bulletin.lastDay().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** To whoever published it, as long as they answer for the unit; then to the unit's head. While they are away, to the unit. */
    public Offer offer(String number) {
        Bulletin bulletin = bulletin(number);
        String issuer = bulletin.issuer();
        String publisher = bulletin.publishedBy();
        if (university.isAway(publisher)) {
            return Offer.to(university.handlersOf(issuer, Set.of()), null, "keep-bulletin", List.of());
        }
        return Offer.to(
                university.unitsAnsweredBy(publisher).contains(issuer)
                        ? publisher
                        : university.headOf(issuer, Set.of()).people().get(0).id(),
                null,
                "keep-bulletin",
                List.of());
    }

    /** Reads many bulletins at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        bulletins.findAllById(numbers);
    }

    /** For whom it is offered. */
    public String title(String number) {
        return bulletin(number).title();
    }

    /** What is shown to whom it is offered. */
    @Transactional(readOnly = true)
    public Issued page(String number) {
        return issued(bulletin(number), LocalDate.now(clock));
    }

    /**
     * What becomes of it.
     *
     * @param decision {@code extend} or {@code retract}
     * @param lastDay the new last day, for the first
     * @param reason why it is retracted, for the second
     */
    public record Keeping(
            @Text(max = 40) String decision,
            LocalDate lastDay,
            @Text(max = 500, required = false) String reason) {}

    /** @return its new end, or null when it was retracted */
    public Instant keep(String number, String person, Keeping input) {
        inputs.check(input);
        Bulletin bulletin = bulletin(number);
        switch (input.decision()) {
            case "extend" -> {
                bulletin.extend(checked(input.lastDay()));
                return published(bulletin).endsAt();
            }
            case "retract" -> {
                if (input.reason() == null || input.reason().isBlank()) {
                    throw Refusal.invalid("text.missing", Inputs.label("reason"));
                }
                bulletin.retract(person, clock.instant(), input.reason().strip());
                return null;
            }
            default -> throw Inputs.unknown("decision");
        }
    }

    /**
     * Somebody has read it; once or ten times is the same.
     *
     * @throws Refusal when it is not shown to them today
     */
    public void read(String number, String person) {
        Bulletin bulletin = bulletin(number);
        if (!bulletin.isShownOn(LocalDate.now(clock)) || !audiences.of(person).contains(bulletin.audience())) {
            throw notFound();
        }
        String mark = bulletin.mark(person);
        if (bulletins.known(Set.of(mark)).isEmpty()) {
            bulletins.addReader(number, mark);
        }
    }

    // --- the board ---------------------------------------------------------------------------------------------------

    /** 公示栏: the newest first, at most {@value #MOST_SHOWN} each. */
    public record Board(List<Shown> shown, List<Issued> issued) {}

    /**
     * One that is shown to somebody.
     *
     * @param issuer name of the unit that published it
     * @param read whether they have opened it
     */
    public record Shown(
            String number,
            String title,
            String words,
            String issuer,
            LocalDate publishedOn,
            LocalDate lastDay,
            boolean read) {}

    /**
     * One of the units that somebody answers for.
     *
     * @param audience name of the unit whose people read it
     * @param state {@code shown}, {@code over} or {@code retracted}
     * @param readers how many have read it; who has, is told to nobody
     * @param retractedBy a name, null for one that was not retracted; so are the day and the reason
     */
    public record Issued(
            String number,
            String title,
            String words,
            String audience,
            LocalDate publishedOn,
            LocalDate lastDay,
            String state,
            int readers,
            String retractedBy,
            LocalDate retractedOn,
            String reason) {}

    /** What somebody may read today, and what the units have published that they answer for. */
    @Transactional(readOnly = true)
    public Board board(String caller) {
        LocalDate today = LocalDate.now(clock);
        Limit most = Limit.of(MOST_SHOWN);
        List<Bulletin> shown = bulletins.shownTo(audiences.of(caller), today, most);
        Set<String> read =
                bulletins.known(shown.stream().map(one -> one.mark(caller)).toList());
        return new Board(
                shown.stream()
                        .map(one -> shown(one, read.contains(one.mark(caller))))
                        .toList(),
                bulletins.findByIssuerInOrderByPublishedAtDesc(university.unitsAnsweredBy(caller), most).stream()
                        .map(one -> issued(one, today))
                        .toList());
    }

    private Shown shown(Bulletin one, boolean read) {
        return new Shown(
                one.number(),
                one.title(),
                one.words(),
                university.nameOfUnit(one.issuer()),
                dayOf(one.publishedAt()),
                one.lastDay(),
                read);
    }

    private Issued issued(Bulletin one, LocalDate today) {
        return new Issued(
                one.number(),
                one.title(),
                one.words(),
                university.nameOfUnit(one.audience()),
                dayOf(one.publishedAt()),
                one.lastDay(),
                one.isRetracted() ? "retracted" : one.isShownOn(today) ? "shown" : "over",
                bulletins.readers(one.number()),
                one.isRetracted() ? university.nameOf(one.retractedBy()) : null,
                one.isRetracted() ? dayOf(one.retractedAt()) : null,
                one.reason());
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private Bulletin bulletin(String number) {
        return bulletins.findById(number).orElseThrow(BulletinService::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("bulletin.not-found");
    }
}
