package org.shangda.engine.door.walk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The diagrams that are needed to walk through one of them. */
public final class CalledFiles {

    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\s[^>]*?\\bid=\"([^\"]+)\"");
    private static final Pattern CALLED = Pattern.compile("\\bcalledElement=\"([^\"]+)\"");

    private CalledFiles() {}

    /**
     * @param process id of a process
     * @param files everything that would be in force, by name
     * @param stubs by id of the process for which they stand in
     * @return the diagram of the process and all that it calls
     */
    public static Map<String, byte[]> of(String process, Map<String, byte[]> files, Map<String, String> stubs) {
        Map<String, String> defined = new HashMap<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                found(PROCESS, content).forEach(key -> defined.put(key, name));
            }
        });
        Map<String, byte[]> needed = new TreeMap<>();
        Deque<String> called = new ArrayDeque<>(List.of(process));
        while (!called.isEmpty()) {
            String key = called.poll();
            String stub = stubs.get(key);
            String name = stub == null ? defined.get(key) : Scenario.STUB + key + ".bpmn";
            if (name != null && !needed.containsKey(name)) {
                byte[] content = stub == null ? files.get(name) : stub.getBytes(StandardCharsets.UTF_8);
                needed.put(name, content);
                called.addAll(found(CALLED, content));
            }
        }
        return needed;
    }

    private static List<String> found(Pattern what, byte[] content) {
        return what.matcher(new String(content, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
