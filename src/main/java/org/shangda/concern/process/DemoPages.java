package org.shangda.concern.process;

import java.util.List;
import java.util.Map;
import org.shangda.attachment.Attachments;
import org.shangda.concern.AgendaDesk;
import org.shangda.concern.Joining;
import org.shangda.concern.Joining.Join;
import org.shangda.concern.Merging;
import org.shangda.concern.Merging.Selection;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people of the demonstration do on the product's own pages: photos, 并案 and 附议. */
@Component
@Profile("demo")
class DemoPages {

    private final Attachments attachments;
    private final Merging merging;
    private final Joining joining;
    private final AgendaDesk agenda;

    DemoPages(Attachments attachments, Merging merging, Joining joining, AgendaDesk agenda) {
        this.attachments = attachments;
        this.merging = merging;
        this.joining = joining;
        this.agenda = agenda;
    }

    /**
     * @param file beside {@code concerns.yaml}
     * @return its id, to be handed in with the form
     */
    String upload(String person, String file) {
        return attachments
                .upload(person, file, new ClassPathResource("demo/" + file))
                .id();
    }

    /** It is an item of the university's agenda. */
    void collect(String person, String number) {
        agenda.collect(person, new Selection(List.of(number)));
    }

    void merge(String person, String leading, String other) {
        merging.merge(leading, person, new Selection(List.of(other)));
    }

    /**
     * The first that the page shows.
     *
     * @return the number of their own concern
     */
    String join(String person, Map<String, Object> form) {
        long visit = joining.open(person, (String) form.get("category"), (String) form.get("place")).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person + " finds nothing to join"))
                .visit();
        return joining.join(
                person,
                visit,
                new Join(
                        (String) form.get("words"),
                        (String) form.get("travel"),
                        true,
                        (String) form.get("place"),
                        List.of()));
    }
}
