package org.shangda.concern.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.shangda.concern.ConcernProcess.Departure;
import org.shangda.concern.Entered;
import org.shangda.concern.LevelTime.TimeCheck;
import org.shangda.concern.Progress;
import org.shangda.concern.SupervisionService.Decided;
import org.shangda.programme.Outcome;

/** What the domain answered, as codes, dates and numbers for the process. */
final class CodesOf {

    private CodesOf() {}

    static Map<String, Object> departure(Departure departure) {
        return Map.of(
                ConcernEscalation.TYPE, departure.type(),
                ConcernEscalation.CATEGORY, departure.category(),
                ConcernEscalation.HAZARD, departure.hazard(),
                ConcernEscalation.ON_BEHALF, departure.onBehalf());
    }

    static Map<String, Object> entered(Entered entered) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(LevelHandling.PASSED_OVER, entered.handling() == null);
        codes.put(LevelHandling.TOGETHER, entered.together());
        codes.put(LevelHandling.OUTCOME, Outcome.PASSED_UP.code());
        codes.put(LevelHandling.ASSISTING, entered.assisting());
        put(codes, LevelHandling.HANDLING, entered.handling());
        put(codes, LevelHandling.NEXT_AT, date(entered.nextAt()));
        return codes;
    }

    static Map<String, Object> progress(Progress progress) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(LevelHandling.NEEDS_SIGNATURE, progress.needsSignature());
        put(codes, LevelHandling.OUTCOME, code(progress.outcome()));
        put(codes, LevelHandling.NEXT_AT, date(progress.nextAt()));
        put(codes, LevelHandling.WAIT_UNTIL, date(progress.waitUntil()));
        if (progress.assisting() > 0) {
            codes.put(LevelHandling.ASSISTING, progress.assisting());
        }
        return codes;
    }

    static Map<String, Object> signed(Progress progress, boolean approved) {
        Map<String, Object> codes = progress(progress);
        codes.put(LevelHandling.APPROVED, approved);
        return codes;
    }

    static Map<String, Object> time(TimeCheck check) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(LevelHandling.TIME_ACTION, check.action());
        put(codes, LevelHandling.NEXT_AT, date(check.nextAt()));
        put(codes, LevelHandling.SUPERVISE_UNTIL, date(check.until()));
        return codes;
    }

    static Map<String, Object> decided(Decided decided) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(SupervisionProcess.DECISION, decided.decision());
        put(codes, LevelHandling.OUTCOME, code(decided.outcome()));
        put(codes, LevelHandling.NEXT_AT, date(decided.nextAt()));
        put(codes, LevelHandling.SUPERVISE_UNTIL, date(decided.until()));
        return codes;
    }

    /** What whoever handed in a form is told of what has come of it; null for no more than that it was sent. */
    static String said(Map<String, Object> codes) {
        if (Boolean.TRUE.equals(codes.get(LevelHandling.NEEDS_SIGNATURE))) {
            return "to-be-signed";
        }
        if (Boolean.FALSE.equals(codes.get(LevelHandling.APPROVED))) {
            return "sent-back";
        }
        if (Boolean.TRUE.equals(codes.get(ConcernEscalation.WITHDRAWN))) {
            return "withdrawn";
        }
        return Stream.of(SupervisionProcess.DECISION, ConcernEscalation.VERDICT, LevelHandling.OUTCOME)
                .map(codes::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The same of what a meeting has come to: what is put off was on the agenda before. */
    static String ruled(Map<String, Object> codes) {
        String said = said(codes);
        return Outcome.AGENDA.code().equals(said) ? "put-off" : said;
    }

    private static String code(Outcome outcome) {
        return outcome == null ? null : outcome.code();
    }

    static Date date(Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static void put(Map<String, Object> codes, String name, Object value) {
        if (value != null) {
            codes.put(name, value);
        }
    }
}
