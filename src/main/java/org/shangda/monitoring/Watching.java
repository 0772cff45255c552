package org.shangda.monitoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 关注, for whoever sees the row, and its end. It is nobody else's affair. */
@Configuration(proxyBeanMethods = false)
class Watching {

    @Bean
    StalledAction watchStalled(Watches watches, Sentences sentences) {
        return new Watch("watch", watches, sentences) {

            @Override
            public Set<String> open(Reader reader, List<Stalled> rows) {
                Set<String> open = rows.stream().map(Stalled::subject).collect(Collectors.toCollection(HashSet::new));
                open.removeAll(watches.among(reader.person(), rows));
                return open;
            }

            @Override
            void set(Reader reader, Stalled row) {
                if (watches.count(reader.person()) >= Watches.MOST) {
                    throw Refusal.conflict("stalled.act.watch.too-many", Watches.MOST);
                }
                watches.add(reader.person(), row);
            }
        };
    }

    @Bean
    StalledAction unwatchStalled(Watches watches, Sentences sentences) {
        return new Watch("unwatch", watches, sentences) {

            @Override
            public Set<String> open(Reader reader, List<Stalled> rows) {
                return watches.among(reader.person(), rows);
            }

            @Override
            void set(Reader reader, Stalled row) {
                watches.remove(reader.person(), row);
            }
        };
    }

    private abstract static class Watch implements StalledAction {

        private final String code;
        final Watches watches;
        private final Sentences sentences;

        Watch(String code, Watches watches, Sentences sentences) {
            this.code = code;
            this.watches = watches;
            this.sentences = sentences;
        }

        abstract void set(Reader reader, Stalled row);

        @Override
        public String code() {
            return code;
        }

        @Override
        public boolean may(Reader reader, Stalled row) {
            return !open(reader, List.of(row)).isEmpty();
        }

        @Override
        public String act(Reader reader, Stalled row, Said said) {
            set(reader, row);
            return sentences.of("stalled.act." + code + ".done");
        }
    }
}
