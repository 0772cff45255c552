package org.shangda.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.shangda.concern.DirectSupervision;
import org.shangda.concern.DirectSupervision.Place;
import org.shangda.monitoring.StalledAction.Field;
import org.shangda.monitoring.StalledAction.Said;
import org.shangda.refusal.Sentences;
import org.shangda.words.Choice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the supervising unit does about a visit to a level from its row; an operator may only ask it to urge. */
@Configuration(proxyBeanMethods = false)
class ConcernActions {

    private final DirectSupervision supervision;
    private final Sentences sentences;

    ConcernActions(DirectSupervision supervision, Sentences sentences) {
        this.supervision = supervision;
        this.sentences = sentences;
    }

    @Bean
    StalledAction urgeFromRow() {
        return new Measure("urge", Set.of(), (place, order) ->
                new Object[] {supervision.urge(place, order.reader().person()).toString()});
    }

    /** The colleague reads the reason. */
    @Bean
    StalledAction extendFromRow() {
        return new Measure("extend", Set.of(Field.WORDS), this::decide);
    }

    @Bean
    StalledAction takeOverFromRow() {
        return new Measure("take-over", Set.of(Field.WORDS), this::decide);
    }

    @Bean
    StalledAction moveUpFromRow() {
        return new Measure("move-up", Set.of(Field.WORDS), this::decide);
    }

    @Bean
    StalledAction giveFromRow() {
        return new Measure("give", Set.of(Field.WORDS, Field.UNIT), this::decide) {

            @Override
            public List<Choice> choices(Reader reader, Stalled row) {
                return supervision.units(place(row));
            }
        };
    }

    /** 改派经办人. */
    @Bean
    StalledAction giveToPersonFromRow() {
        return new Measure(DirectSupervision.GIVE_TO_PERSON, Set.of(Field.PERSON), (place, order) -> {
            supervision.giveTo(place, order.reader().person(), order.said().person());
            return new Object[0];
        }) {

            @Override
            public List<Choice> choices(Reader reader, Stalled row) {
                return supervision.people(place(row));
            }
        };
    }

    @Bean
    StalledAction askToUrgeFromRow() {
        return new StalledAction() {

            @Override
            public String code() {
                return DirectSupervision.ASK_TO_URGE;
            }

            @Override
            public boolean may(Reader reader, Stalled row) {
                return reader.isOperator() && row.handling() != null;
            }

            @Override
            public String act(Reader reader, Stalled row, Said said) {
                return sentences.of("stalled.act.ask-to-urge.done", supervision.askToUrge(place(row), reader.person()));
            }
        };
    }

    private Object[] decide(Place place, Order order) {
        return new Object[] {
            Objects.toString(
                    supervision.decide(
                            place,
                            order.reader().person(),
                            order.code(),
                            order.said().words(),
                            order.said().unit()),
                    "")
        };
    }

    private static Place place(Stalled row) {
        return new Place(row.number(), row.handling());
    }

    /** Who orders what, by an action's code. */
    private record Order(String code, Reader reader, Said said) {}

    /** Of the supervising unit. Many rows are asked about together. */
    private class Measure implements StalledAction {

        private final String code;
        private final Set<Field> asks;
        private final BiFunction<Place, Order, Object[]> does;

        Measure(String code, Set<Field> asks, BiFunction<Place, Order, Object[]> does) {
            this.code = code;
            this.asks = asks;
            this.does = does;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Set<Field> asks() {
            return asks;
        }

        @Override
        public boolean may(Reader reader, Stalled row) {
            return !open(reader, List.of(row)).isEmpty();
        }

        @Override
        public Set<String> open(Reader reader, List<Stalled> rows) {
            Map<Long, Set<String>> open = supervision.open(
                    reader.person(),
                    rows.stream()
                            .filter(row ->
                                    row.handling() != null && !reader.mine().isEmpty())
                            .map(ConcernActions::place)
                            .collect(Collectors.toSet()));
            return rows.stream()
                    .filter(row -> open.getOrDefault(row.handling(), Set.of()).contains(code))
                    .map(Stalled::subject)
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean saysWhyNot() {
            return true;
        }

        @Override
        public String act(Reader reader, Stalled row, Said said) {
            return sentences.of("stalled.act." + code + ".done", does.apply(place(row), new Order(code, reader, said)));
        }
    }
}
