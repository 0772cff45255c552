package org.shangda.engine.versions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.engine.versions.Deployed.Version;
import org.shangda.engine.versions.DifferenceWords.Line;
import org.shangda.engine.versions.Merge.Conflict;
import org.shangda.engine.versions.RuleChanges.Change;
import org.shangda.engine.versions.Upgrade.Step;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Service;

/** What an administrator reads about diagrams, tables and forms. */
@Service
public class RuleVersions {

    /** So many changes are shown at once. */
    static final int PAGE = 20;

    /** More differences than these nobody reads on a page; the files themselves can be downloaded. */
    private static final int MOST_LINES = 200;

    /** Tables of which a new version does not count for everything at once. */
    private static final Set<String> OWN_EFFECT = Set.of("level-deadlines", "contact-duties", "event-duties", "words");

    /**
     * How a version came into force.
     *
     * @param by login of whoever deployed it; null for the product itself
     */
    public record Origin(Instant at, String by, String name, String reason, String document) {}

    /**
     * @param file as it is shipped, or as it was deployed
     * @param kind {@code bpmn}, {@code dmn} or {@code form}
     * @param own whether somebody else than the product deployed what is in force
     * @param known whether the product ships such a file at all
     * @param differences from the shipped version, counted in rows, elements and fields
     * @param effect for what a new version counts, and from when
     */
    public record RuleFile(
            String file,
            String kind,
            String key,
            String title,
            int version,
            boolean own,
            boolean known,
            int differences,
            Origin origin,
            String effect) {}

    /** @param conflicts what both sides have changed, in words */
    public record HeldBack(String file, String title, List<String> conflicts) {}

    /** @param heldBack the files because of which the shipped set is not in force; none when it is */
    public record Overview(List<RuleFile> files, List<HeldBack> heldBack) {}

    /** A version of one file. */
    public record Past(int version, boolean own, Origin origin) {}

    /** @param more how many lines are left out */
    public record RuleFileView(RuleFile file, List<Line> lines, int more, List<Past> versions) {}

    /**
     * A deployment.
     *
     * @param files titles of what it changed; none when it was deleted
     * @param current whether everything of now is as it was after this change
     */
    public record Entry(long id, Origin origin, boolean own, List<String> files, boolean current) {}

    private final ProcessEngine engine;
    private final ProductDeployment product;
    private final RuleChanges changes;
    private final DifferenceWords words;
    private final Sentences say;

    RuleVersions(
            ProcessEngine engine,
            ProductDeployment product,
            RuleChanges changes,
            DifferenceWords words,
            Sentences say) {
        this.engine = engine;
        this.product = product;
        this.changes = changes;
        this.words = words;
        this.say = say;
    }

    public Overview overview() {
        Now now = new Now();
        List<RuleFile> files = now.deployed.inForce().stream().map(now::file).toList();
        return new Overview(
                files,
                product.conflicts().stream().map(step -> heldBack(step, now)).toList());
    }

    /** @param file as in the overview */
    public RuleFileView file(String file) {
        Now now = new Now();
        Version version = now.deployed.inForce().stream()
                .filter(one -> now.name(one).equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("rules.no-such-file"));
        List<Line> lines = now.lines(version);
        return new RuleFileView(
                now.file(version),
                lines.stream().limit(MOST_LINES).toList(),
                Math.max(0, lines.size() - MOST_LINES),
                now.deployed.versions(version.kind(), version.key()).stream()
                        .map(one -> new Past(one.number(), !now.deployed.isProducts(one), now.origin(one.deployment())))
                        .toList());
    }

    /** @param before id of a change, for those before it; null for the newest */
    public List<Entry> changes(Long before) {
        Now now = new Now();
        Map<String, List<String>> files = new HashMap<>();
        now.deployed
                .all()
                .forEach(version -> files.computeIfAbsent(version.deployment(), id -> new ArrayList<>())
                        .add(now.titles.of(version.kind(), version.key())));
        Optional<Long> newest = changes.latest(null, 1).stream().map(Change::id).findFirst();
        return changes.latest(before, PAGE).stream()
                .map(change -> new Entry(
                        change.id(),
                        now.origin(change.deployment()),
                        Optional.ofNullable(now.deployed.deployments().get(change.deployment()))
                                .filter(deployment -> !Deployed.isProducts(deployment))
                                .isPresent(),
                        files.getOrDefault(change.deployment(), List.of()),
                        newest.filter(id -> id == change.id()).isPresent()))
                .toList();
    }

    /** Everything in force, as a ZIP file that can be unpacked and opened in Modeler. */
    public byte[] set() {
        Now now = new Now();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Version version : now.deployed.inForce()) {
                zip.putNextEntry(new ZipEntry(now.name(version)));
                zip.write(now.deployed.content(version));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private HeldBack heldBack(Step step, Now now) {
        Structure mine =
                now.structures.get(step.file().kind() + " " + step.file().keys().get(0));
        return new HeldBack(
                step.file().name(),
                now.titles.of(step.file().kind(), step.file().keys().get(0)),
                step.conflicts().stream().map(conflict -> said(conflict, mine)).toList());
    }

    private String said(Conflict conflict, Structure mine) {
        return switch (conflict.why()) {
            case BOTH -> say.of("rules.conflict.both", words.where(conflict.part(), mine));
            case DRAWING -> say.of("rules.conflict.drawing");
            case NO_BASE -> say.of("rules.conflict.no-base");
            case TOGETHER -> say.of("rules.conflict.together", conflict.words());
        };
    }

    /** Everything in force at this moment, read once. */
    private final class Now {

        private final Deployed deployed = Deployed.lookUp(engine);
        private final Map<String, ShippedFile> shipped;
        private final Map<String, Structure> structures = new HashMap<>();
        private final RuleTitles titles;
        private final Map<String, Change> recorded = changes.byDeployment();

        Now() {
            shipped = product.shipped().stream()
                    .flatMap(file -> file.keys().stream().map(key -> Map.entry(file.kind() + " " + key, file)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            deployed.inForce()
                    .forEach(version -> structures.put(
                            version.kind() + " " + version.key(),
                            Structure.of("." + version.kind(), deployed.content(version))));
            titles = new RuleTitles(structures, say);
        }

        String name(Version version) {
            ShippedFile file = shipped.get(version.kind() + " " + version.key());
            return file != null
                    ? file.name()
                    : (version.kind().equals("form") ? "forms/" : "bpmn/") + version.key() + "." + version.kind();
        }

        RuleFile file(Version version) {
            boolean own = !deployed.isProducts(version);
            return new RuleFile(
                    name(version),
                    version.kind(),
                    version.key(),
                    titles.of(version.kind(), version.key()),
                    version.number(),
                    own,
                    shipped.containsKey(version.kind() + " " + version.key()),
                    own ? lines(version).size() : 0,
                    origin(version.deployment()),
                    say.of("rules.effect." + (OWN_EFFECT.contains(version.key()) ? version.key() : version.kind())));
        }

        List<Line> lines(Version version) {
            ShippedFile file = shipped.get(version.kind() + " " + version.key());
            if (file == null || Arrays.equals(file.content(), deployed.content(version))) {
                return List.of();
            }
            return words.of(
                    Structure.of(file.name(), file.content()), structures.get(version.kind() + " " + version.key()));
        }

        Origin origin(String deployment) {
            Change change = recorded.get(deployment);
            return change == null
                    ? null
                    : new Origin(change.at(), change.author(), change.name(), change.reason(), change.document());
        }
    }
}
