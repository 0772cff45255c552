package org.shangda;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.shangda.words.Lexicon;
import org.shangda.words.Word;
import org.shangda.words.Words;

/** The words of the shipped table, without an engine. */
public final class ShippedWords {

    private static final Lexicon SHIPPED = read();

    private ShippedWords() {}

    public static Words words() {
        return new Words(() -> SHIPPED);
    }

    private static Lexicon read() {
        List<Word> words = new ArrayList<>();
        for (Rule row : Dmn.readModelFromFile(new File("bpmn/words.dmn")).getModelElementsByType(Rule.class)) {
            List<String> asked =
                    row.getInputEntries().stream().map(ShippedWords::text).toList();
            List<String> given =
                    row.getOutputEntries().stream().map(ShippedWords::text).toList();
            words.add(new Word(
                    asked.get(0),
                    asked.get(1),
                    Map.of("zh", given.get(0), "en", given.get(1)),
                    !given.get(3).equals("false")));
        }
        return new Lexicon(words);
    }

    private static String text(DmnElement cell) {
        return cell.getTextContent().strip().replaceAll("^\"|\"$", "").replace("\\\"", "\"");
    }
}
