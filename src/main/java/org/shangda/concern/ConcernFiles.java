package org.shangda.concern;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shangda.attachment.AttachedFile;
import org.shangda.attachment.Attachments;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.words.Choice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and documents of a concern: read by whoever reads its text; to everybody else it is as if there were none. */
@Service
@Transactional(readOnly = true)
public class ConcernFiles {

    private final Concerns concerns;
    private final Reach reach;
    private final ShownOnForms forms;
    private final Attachments attachments;
    private final Sentences say;

    ConcernFiles(Concerns concerns, Reach reach, ShownOnForms forms, Attachments attachments, Sentences say) {
        this.concerns = concerns;
        this.reach = reach;
        this.forms = forms;
        this.attachments = attachments;
        this.say = say;
    }

    /** @throws Refusal {@code concern.not-found} for whoever may not read the concern */
    public List<AttachedFile> of(String number, String person) {
        Seen seen = seen(number, person);
        return shown(seen.concern(), seen.unit());
    }

    /** What somebody has uploaded and can still send, as forms offer it. */
    public List<Choice> unused(String person) {
        return attachments.pending(person).stream()
                .map(file -> new Choice(file.name(), file.id()))
                .toList();
    }

    /** What is kept of a file, to be read little by little. */
    public record Opened(AttachedFile file, InputStream content) {}

    /** @throws Refusal {@code concern.not-found} for whoever may not read the concern, {@code file.not-found} */
    public Opened open(String number, String file, String person) {
        return open(number, file, person, false);
    }

    /** The same for the small picture, a JPEG. */
    public Opened openThumbnail(String number, String file, String person) {
        return open(number, file, person, true);
    }

    private Opened open(String number, String id, String person, boolean thumbnail) {
        AttachedFile file = of(number, person).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("file.not-found"));
        return attachments
                .read(number, id, thumbnail)
                .map(content -> new Opened(file, content))
                .orElseThrow(() -> Refusal.notFound("file.not-found"));
    }

    /**
     * As they are called for a unit. Where the name is withheld, so are the names that the colleague gave to the files.
     *
     * @param unit null for who follows the concern
     */
    List<AttachedFile> shown(Concern concern, String unit) {
        List<AttachedFile> files = attachments.of(concern.number());
        if (unit == null || concern.nameShownTo(unit)) {
            return files;
        }
        List<AttachedFile> nameless = new ArrayList<>();
        for (AttachedFile file : files) {
            nameless.add(file.called(say.of("file.nameless", nameless.size() + 1)));
        }
        return nameless;
    }

    /** @param unit for which somebody reads it; null for who follows it */
    private record Seen(Concern concern, String unit) {}

    private Seen seen(String number, String person) {
        Reach.Reader reader = reach.reader(person);
        Concern concern = concerns.findById(number).orElseThrow(ConcernFiles::notFound);
        if (concern.raising().concerns(person)) {
            return new Seen(concern, null);
        }
        Optional<String> unit = reader.knows(concern) ? reader.unit(concern) : forms.unit(concern, person);
        return new Seen(concern, unit.orElseThrow(ConcernFiles::notFound));
    }

    private static Refusal notFound() {
        return Refusal.notFound("concern.not-found");
    }
}
