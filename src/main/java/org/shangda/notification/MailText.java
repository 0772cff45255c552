package org.shangda.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shangda.account.PasswordSet;
import org.shangda.calendar.OfficeHours;
import org.shangda.notification.OpenWork.Waiting;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.shangda.work.WorkTitles;
import org.springframework.stereotype.Component;

/** The words of a mail: kind of work, number, unit, deadline and link; nothing of what it is about, and nobody's name. */
@Component
class MailText {

    /** @param html the same as {@code plain} */
    record Mail(String subject, String plain, String html) {}

    private record Field(String label, String value) {}

    private record Item(String title, List<Field> fields, String link) {}

    private final Sentences sentences;
    private final WorkTitles titles;
    private final Words words;
    private final University university;
    private final OfficeHours hours;
    private final Tasklist tasklist;

    MailText(
            Sentences sentences,
            WorkTitles titles,
            Words words,
            University university,
            OfficeHours hours,
            Tasklist tasklist) {
        this.sentences = sentences;
        this.titles = titles;
        this.words = words;
        this.university = university;
        this.hours = hours;
        this.tasklist = tasklist;
    }

    /** @param known kind, number and unit of the tasks; one that is not in there is called by its name */
    Mail of(List<Waiting> waiting, Map<String, Letter.Line> known, boolean urgent) {
        String subject = urgent
                ? both(" / ", "notification.subject.urgent")
                : both(" / ", "notification.subject", waiting.size());
        String opening =
                urgent ? both("\n", "notification.opening.urgent") : both("\n", "notification.opening", waiting.size());
        List<Item> items =
                waiting.stream().map(work -> item(work, known.get(work.task()))).toList();
        String footer = both("\n", "notification.footer");
        return new Mail(subject, plain(opening, items, footer), html(opening, items, footer));
    }

    Mail of(PasswordSet set) {
        String words = sentences.inChinese(
                        "account.password-set",
                        moment(set.at(), sentences.inChinese("account.moment"), Locale.SIMPLIFIED_CHINESE),
                        set.by())
                + "\n"
                + sentences.inEnglish(
                        "account.password-set",
                        moment(set.at(), sentences.inEnglish("account.moment"), Locale.ENGLISH),
                        set.by());
        String footer = both("\n", "notification.footer.password");
        return new Mail(
                both(" / ", "notification.subject.password"),
                plain(words, List.of(), footer),
                html(words, List.of(), footer));
    }

    /** The sentence is a word of the table; of the case its number and the unit that has it. */
    Mail of(Letter.Line reminder) {
        String sentence = reminder.what().substring(Notice.REMINDER.length());
        String opening = words.inChinese("reminder", sentence) + "\n" + words.inEnglish("reminder", sentence);
        List<Field> fields = new ArrayList<>();
        university
                .unit(unit(reminder))
                .map(Unit::name)
                .ifPresent(unit -> fields.add(new Field(both(" / ", "notification.unit"), unit)));
        List<Item> items = List.of(
                new Item(both(" / ", "notification.number") + " " + reminder.number(), fields, tasklist.start()));
        String footer = both("\n", "notification.footer");
        return new Mail(
                both(" / ", "notification.subject.reminder"),
                plain(opening, items, footer),
                html(opening, items, footer));
    }

    private Item item(Waiting work, Letter.Line known) {
        List<Field> fields = new ArrayList<>();
        if (known != null) {
            fields.add(new Field(both(" / ", "notification.number"), known.number()));
            university
                    .unit(unit(known))
                    .map(Unit::name)
                    .ifPresent(unit -> fields.add(new Field(both(" / ", "notification.unit"), unit)));
        }
        if (work.due() != null) {
            fields.add(new Field(
                    both(" / ", "notification.due"),
                    moment(work.due(), sentences.inChinese("notification.due.format"), Locale.SIMPLIFIED_CHINESE)
                            + " / "
                            + moment(work.due(), sentences.inEnglish("notification.due.format"), Locale.ENGLISH)));
        }
        return new Item(known == null ? work.name() : label(known.what()), fields, tasklist.task(work.task()));
    }

    private static String unit(Letter.Line known) {
        return known.unit() == null ? "" : known.unit();
    }

    private String label(String what) {
        return titles.inChinese(what) + " / " + titles.inEnglish(what);
    }

    private String moment(Instant moment, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withZone(hours.zone())
                .format(moment);
    }

    private String both(String between, String code, Object... arguments) {
        return sentences.inChinese(code, arguments) + between + sentences.inEnglish(code, arguments);
    }

    private static String plain(String opening, List<Item> items, String footer) {
        StringBuilder text = new StringBuilder(opening).append("\n\n");
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            text.append(i + 1).append(". ").append(item.title).append('\n');
            item.fields.forEach(field -> text.append("   ")
                    .append(field.label)
                    .append(": ")
                    .append(field.value)
                    .append('\n'));
            text.append("   ").append(item.link).append("\n\n");
        }
        return text.append(footer).append('\n').toString();
    }

    private static String html(String opening, List<Item> items, String footer) {
        StringBuilder text = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><body>");
        text.append("<p>").append(escaped(opening)).append("</p><ol>");
        for (Item item : items) {
            text.append("<li><a href=\"")
                    .append(escaped(item.link))
                    .append("\">")
                    .append(escaped(item.title))
                    .append("</a>");
            item.fields.forEach(field -> text.append("<br>").append(escaped(field.label + ": " + field.value)));
            text.append("</li>");
        }
        return text.append("</ol><p><small>")
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
