package org.shangda.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.account.PasswordSet;
import org.shangda.calendar.OfficeHours;
import org.shangda.concern.Receipts;
import org.shangda.monitoring.StalledNews.StandsStill;
import org.shangda.notification.OpenWork.Waiting;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.shangda.work.WorkTitles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The words of a mail, in the present language: kind of work, number, unit, deadline and link; nothing of what it is about,
 * and nobody's name.
 */
@Component
class MailText {

    /**
     * @param html the same as {@code plain}
     * @param brief the same in short, for a small screen
     */
    record Mail(String subject, String plain, String html, Brief brief) {}

    /** @param link of the one thing that it speaks of, or of the desk */
    record Brief(String title, List<String> lines, String link, String button) {

        /** As many whole lines as have room. */
        String within(int bytes) {
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                int more = line.getBytes(StandardCharsets.UTF_8).length + 1;
                if (text.toString().getBytes(StandardCharsets.UTF_8).length + more > bytes) {
                    break;
                }
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
            return text.toString();
        }
    }

    private record Field(String label, String value) {}

    private record Item(String title, List<Field> fields, String link) {}

    /** So many of what stands still are in one mail. */
    static final int MOST = 20;

    private final Sentences sentences;
    private final WorkTitles titles;
    private final Words words;
    private final University university;
    private final OfficeHours hours;
    private final Addresses addresses;
    private final Receipts receipts;

    MailText(
            Sentences sentences,
            WorkTitles titles,
            Words words,
            University university,
            OfficeHours hours,
            Addresses addresses,
            Receipts receipts) {
        this.sentences = sentences;
        this.titles = titles;
        this.words = words;
        this.university = university;
        this.hours = hours;
        this.addresses = addresses;
        this.receipts = receipts;
    }

    /** What is said together, with what is to be done about each. */
    private record Section(String subject, String opening, List<Item> items) {}

    /**
     * What waits for somebody, what stands still on their line, and what has become of their own concerns.
     *
     * @param known kind, number and unit of the tasks; one that is not in there is called by its name
     */
    Mail of(
            List<Waiting> waiting,
            Map<String, Letter.Line> known,
            List<StandsStill> stalled,
            List<Letter.Line> news,
            boolean urgent) {
        List<Section> sections = new ArrayList<>();
        if (!waiting.isEmpty()) {
            List<Item> items = items(waiting, known);
            sections.add(
                    urgent
                            ? section("urgent", items)
                            : new Section(
                                    sentences.of("notification.subject", waiting.size()),
                                    sentences.of("notification.opening", waiting.size()),
                                    items));
        }
        if (!stalled.isEmpty()) {
            sections.add(stalled(stalled, urgent ? "stalled.severe" : "stalled"));
        }
        if (!news.isEmpty()) {
            sections.add(section("news", news.stream().map(this::item).toList()));
        }
        return mail(sections, "notification.footer");
    }

    /** However much stands still, a mail can be read; the rest is on the list. */
    private Section stalled(List<StandsStill> stalled, String how) {
        List<Item> items =
                new ArrayList<>(stalled.stream().limit(MOST).map(this::item).toList());
        if (stalled.size() > MOST) {
            items.add(new Item(
                    sentences.of("notification.stalled.more", stalled.size() - MOST),
                    List.of(),
                    addresses.stalled("")));
        }
        return section(how, items, stalled.size());
    }

    /** Somebody is urged to do these. */
    Mail of(Letter.Line urging, List<Waiting> waiting, Map<String, Letter.Line> known) {
        String by = urging.what().substring(Notice.URGED.length());
        return mail(List.of(section("urged." + by, items(waiting, known))), "notification.footer");
    }

    Mail of(PasswordSet set) {
        String said = sentences.of("account.password-set", moment(set.at(), "account.moment"), set.by());
        return mail(
                List.of(new Section(sentences.of("notification.subject.password"), said, List.of())),
                "notification.footer.password");
    }

    /** The sentence is a word of the table; of the case its number, or what there is instead, and the unit that has it. */
    Mail of(Letter.Line reminder) {
        String sentence = reminder.what().substring(Notice.REMINDER.length());
        String opening = words.label("reminder", sentence);
        String numbered = "notification.number." + sentence;
        String label = sentences.of(sentences.knows(numbered) ? numbered : "notification.number");
        Item item = new Item(said(new Field(label, reminder.number())), unitOf(reminder), addresses.reminded(sentence));
        return mail(
                List.of(new Section(sentences.of("notification.subject.reminder"), opening, List.of(item))),
                "notification.footer");
    }

    /** What has become of a concern, for its colleague. */
    private Item item(Letter.Line news) {
        String code = "notification.news." + news.what().substring(Notice.NEWS.length());
        List<Field> fields = new ArrayList<>(List.of(new Field(sentences.of("notification.number"), news.number())));
        fields.addAll(unitOf(news));
        return new Item(
                sentences.of(sentences.knows(code) ? code : "notification.news.reached"), fields, addresses.desk());
    }

    private Item item(StandsStill one) {
        List<Field> fields = new ArrayList<>();
        if (one.number() != null) {
            fields.add(new Field(sentences.of("notification.number"), one.number()));
        }
        if (one.unit() != null) {
            fields.add(new Field(sentences.of("notification.unit"), university.nameOfUnit(one.unit())));
        }
        fields.add(new Field(sentences.of("notification.since"), one.since().toString()));
        if (one.due() != null) {
            fields.add(new Field(sentences.of("notification.due"), one.due().toString()));
        }
        fields.add(new Field(sentences.of("notification.unblock"), one.unblock()));
        return new Item(one.cause(), fields, addresses.stalled(one.narrowedTo()));
    }

    private List<Item> items(List<Waiting> waiting, Map<String, Letter.Line> known) {
        Map<String, Instant> receive =
                receipts.due(waiting.stream().map(Waiting::task).toList());
        return waiting.stream()
                .map(work -> item(work, known.get(work.task()), receive.get(work.task())))
                .toList();
    }

    /** @param receiveBy null where it has been received, or is to be within days */
    private Item item(Waiting work, Letter.Line known, Instant receiveBy) {
        List<Field> fields = new ArrayList<>();
        if (known != null) {
            fields.add(new Field(sentences.of("notification.number"), known.number()));
            fields.addAll(unitOf(known));
        }
        if (receiveBy != null) {
            fields.add(new Field(sentences.of("notification.receive"), moment(receiveBy, "notification.due.format")));
        }
        if (work.due() != null) {
            fields.add(new Field(sentences.of("notification.due"), moment(work.due(), "notification.due.format")));
        }
        return new Item(known == null ? called(work) : titles.of(known.what()), fields, addresses.work(work.task()));
    }

    /** The engine's name of a task is Chinese. */
    private String called(Waiting work) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? work.name() : sentences.of("notification.work", work.number());
    }

    private List<Field> unitOf(Letter.Line known) {
        return Optional.ofNullable(known.unit()).flatMap(university::unit).map(Unit::name).stream()
                .map(unit -> new Field(sentences.of("notification.unit"), unit))
                .toList();
    }

    /** @param format code of the sentence that is a pattern of moments */
    private String moment(Instant moment, String format) {
        return DateTimeFormatter.ofPattern(sentences.of(format), LocaleContextHolder.getLocale())
                .withZone(hours.zone())
                .format(moment);
    }

    private String said(Field field) {
        return sentences.of("notification.field", field.label, field.value);
    }

    private Section section(String what, List<Item> items, Object... arguments) {
        return new Section(
                sentences.of("notification.subject." + what, arguments),
                sentences.of("notification.opening." + what, arguments),
                items);
    }

    /** Its subject is that of the first of them. */
    private Mail mail(List<Section> sections, String footerCode) {
        String footer = sentences.of(footerCode) + "\n" + sentences.of("notification.tasklist", addresses.tasklist());
        return new Mail(sections.get(0).subject, plain(sections, footer), html(sections, footer), brief(sections));
    }

    private Brief brief(List<Section> sections) {
        List<String> lines = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Section section : sections) {
            lines.add(section.opening);
            for (Item item : section.items) {
                links.add(item.link);
                lines.add(Stream.concat(
                                Stream.of("· " + item.title),
                                item.fields.stream().map(this::said))
                        .collect(Collectors.joining(" ")));
            }
        }
        return new Brief(
                sections.get(0).subject,
                lines,
                links.size() == 1 ? links.get(0) : addresses.desk(),
                sentences.of("notification.open"));
    }

    private String plain(List<Section> sections, String footer) {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append(section.opening).append("\n\n");
            for (int i = 0; i < section.items.size(); i++) {
                Item item = section.items.get(i);
                text.append(i + 1).append(". ").append(item.title).append('\n');
                item.fields.forEach(
                        field -> text.append("   ").append(said(field)).append('\n'));
                text.append("   ").append(item.link).append("\n\n");
            }
        }
        return text.append(footer).append('\n').toString();
    }

    private String html(List<Section> sections, String footer) {
        StringBuilder text = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(LocaleContextHolder.getLocale().toLanguageTag())
                .append("\"><body>");
        for (Section section : sections) {
            text.append("<p>").append(escaped(section.opening)).append("</p><ol>");
            for (Item item : section.items) {
                text.append("<li><a href=\"")
                        .append(escaped(item.link))
                        .append("\">")
                        .append(escaped(item.title))
                        .append("</a>");
                item.fields.forEach(field -> text.append("<br>").append(escaped(said(field))));
                text.append("</li>");
            }
            text.append("</ol>");
        }
        return text.append("<p><small>")
                .append(escaped(footer))
                .append("</small></p></body></html>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
