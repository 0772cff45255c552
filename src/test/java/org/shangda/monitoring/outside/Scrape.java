package org.shangda.monitoring.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus reads, line by line. */
class Scrape {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z_0-9]+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** A value, and where it stands. */
    record Sample(String name, Map<String, String> labels, double value) {}

    final String text;
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    Scrape(String text) {
        this.text = text;
        LINE.matcher(text).results().forEach(line -> {
            Map<String, String> labels = labels(line.group(2) == null ? "" : line.group(2));
            samples.put(line.group(), new Sample(line.group(1), labels, Double.parseDouble(line.group(3))));
        });
    }

    static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        samples.values().forEach(sample -> names.add(sample.name()));
        return names;
    }

    boolean has(String name, Map<String, String> labels) {
        return samples.values().stream()
                .anyMatch(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()));
    }

    /** Of all that have these labels, together. @param labels name, value, name, value */
    double sum(String name, String... labels) {
        return samples.values().stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToDouble(Sample::value)
                .sum();
    }
}
