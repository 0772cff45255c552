package org.shangda.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.concern.Sight;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Sentences;
import org.shangda.register.Spans.Span;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what somebody has done with concerns: one row for each concern that exists for them, the latest first. */
@Component
class Acts {

    /** What may be asked for, and which steps are that. */
    static final Map<String, Set<String>> KINDS = new LinkedHashMap<>();

    /** Stands beside a signature, which is an act already. */
    static final String BESIDE_A_SIGNATURE = "SIGNED_IN_PLACE";

    static {
        KINDS.put(
                "handled",
                Set.of(
                        "PROPOSED",
                        "EXIT",
                        "OPINION",
                        "OWN_STEP",
                        "OWN_STEP_TOLD",
                        "DECISION",
                        "PASSED_ON",
                        "QUESTIONED",
                        "REFERRED",
                        "TAKEN_BACK",
                        "MERGED",
                        "LEADS",
                        "APART"));
        KINDS.put("signed", Set.of("SIGNED", "SIGNED_FOR", "SENT_BACK"));
        KINDS.put(
                "supervised",
                Set.of(
                        "SUPERVISION",
                        "EXTENDED_BY_SUPERVISOR",
                        "GIVEN_TO_PERSON",
                        "ASKED_TO_URGE",
                        "DEADLINE_EXTENDED"));
        KINDS.put("called-back", Set.of("CALLED_BACK", "REOPENED"));
        KINDS.put("raised", Set.of("RAISED"));
        KINDS.put("followed", Set.of("SUPPLEMENTED", "PAPER", "URGED", "TRAVEL_CHANGED"));
        KINDS.put("rated", Set.of("RATED"));
        KINDS.put("withdrawn", Set.of("WITHDRAWN"));
        KINDS.put("administered", Set.of("PUT_BACK", "VERSION_CHANGED"));
    }

    private final JdbcClient jdbc;
    private final Words words;
    private final Sentences say;

    Acts(JdbcClient jdbc, Words words, Sentences say) {
        this.jdbc = jdbc;
        this.words = words;
        this.say = say;
    }

    /** @param at when the person has last done something with it */
    record Done(String number, Instant at) {}

    List<Choice> kinds() {
        return KINDS.keySet().stream()
                .map(kind -> new Choice(say.of("act.kind." + kind), kind))
                .toList();
    }

    int count(Conditions acts, Conditions concerns) {
        return jdbc.sql("select count(*) from " + ofEach(acts) + " where " + concerns.where())
                .params(acts.values())
                .params(concerns.values())
                .query(Integer.class)
                .single();
    }

    List<Done> rows(Conditions acts, Conditions concerns, int from, int most) {
        return jdbc.sql("select done.number, done.at from " + ofEach(acts) + " where " + concerns.where()
                        + " order by done.at desc, done.number desc limit :most offset :from")
                .params(acts.values())
                .params(concerns.values(from, most))
                .query((row, n) -> new Done(row.getString("number"), instant(row)))
                .list();
    }

    private static String ofEach(Conditions acts) {
        return "(select number, max(at) as at from concern_acts where " + acts.where() + " group by number) done";
    }

    /** What was done with each, in words and in order. */
    Map<String, String> inWords(Conditions acts, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> done = new LinkedHashMap<>();
        jdbc.sql("select number, kind, code, level from concern_acts where " + acts.where()
                        + " and number in (:numbers) order by step")
                .params(acts.values())
                .param("numbers", numbers)
                .query(row -> {
                    done.computeIfAbsent(row.getString("number"), none -> new LinkedHashSet<>())
                            .add(act(row.getString("kind"), row.getString("code"), row.getString("level")));
                });
        return done.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> String.join(say.of("act.separator"), one.getValue())));
    }

    /** @throws org.shangda.refusal.Refusal for a kind that there is not */
    static Conditions of(Sight sight, Span span, String kind) {
        Conditions acts = new Conditions("person = :sightPerson", sight)
                .and("kind <> :beside", "beside", BESIDE_A_SIGNATURE)
                .within("at", span);
        if (kind == null) {
            return acts;
        }
        if (!KINDS.containsKey(kind)) {
            throw Inputs.unknown("result");
        }
        return acts.and("kind in (:kinds)", "kinds", KINDS.get(kind));
    }

    private String act(String kind, String code, String level) {
        String named = kind.toLowerCase(Locale.ROOT).replace('_', '-');
        String what = say.of((say.knows("act." + named) ? "act." : "step.") + named);
        String detail = switch (kind) {
            case "PROPOSED", "EXIT", "SIGNED" -> words.label("exit", code + "." + level);
            case "SUPERVISION" -> words.label("measure", code);
            case "RATED" -> words.label("rating", code);
            default -> "";
        };
        return detail.isEmpty() ? what : say.of("concern.detail", what, detail);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
