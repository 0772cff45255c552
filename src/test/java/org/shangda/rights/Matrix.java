package org.shangda.rights;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.shangda.rights.OverHttp.Answer;

/**
 * A table of who gets what: a row for each request, a column for each role.
 *
 * @param text the table: method, address with placeholders, name of the body if one is sent; then what each role gets
 * @param roles who asks, by the heading of their column
 */
record Matrix(String text, Map<String, String> roles) {

    private static final String SKIP =
            "\"skipCustomListeners\":true,\"INSTRUCTIONS\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"}]}";

    /** What is sent, by the name that a row gives it. */
    static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("nothing", "{}"),
            Map.entry("me", "{\"userId\":\"{me}\",\"type\":\"candidate\"}"),
            Map.entry("task", "{\"tasks\":[\"{task}\"]}"),
            Map.entry("many", "{\"tasks\":[\"{task}\"],\"values\":{}}"),
            Map.entry("form", "{\"variables\":{}}"),
            Map.entry("error", "{\"errorCode\":\"x\"}"),
            Map.entry("message", "{\"message\":\"x\"}"),
            Map.entry("name", "{\"name\":\"x\"}"),
            Map.entry("value", "{\"value\":1}"),
            Map.entry("values", "{\"modifications\":{}}"),
            Map.entry("running", "{\"suspended\":false}"),
            Map.entry("key", "{\"businessKey\":\"{number}\"}"),
            Map.entry("messageName", "{\"messageName\":\"x\",\"businessKey\":\"{number}\"}"),
            Map.entry("start", "{" + SKIP.replace("INSTRUCTIONS", "startInstructions")),
            Map.entry("move", "{" + SKIP.replace("INSTRUCTIONS", "instructions")),
            Map.entry(
                    "moveMany",
                    "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{level}\"],"
                            + SKIP.replace("INSTRUCTIONS", "instructions")),
            Map.entry("profile", "{\"id\":\"{me}\",\"firstName\":\"x\",\"lastName\":\"y\"}"));

    List<String> requests() {
        return text.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .toList();
    }

    /** Whether a row asks for this address. @param address as it is mapped, with parameters in braces */
    boolean asksFor(String method, String address) {
        String mapped = method + " " + address.replaceAll("\\{[^}]+}", "[^/ ]+").replace(".", "\\.");
        return requests().stream().anyMatch(request -> request.matches(mapped + "(\\?.*| .*)?"));
    }

    /** The same table as it is now. @param cell what somebody gets, by person and request */
    String asked(BiFunction<String, String, String> cell) {
        int width = text.indexOf('|');
        StringBuilder table = new StringBuilder(" ".repeat(width) + "| " + String.join("   ", roles.keySet()) + "\n");
        for (String request : requests()) {
            table.append(String.format("%-" + width + "s|", request));
            roles.values().forEach(person -> table.append(' ').append(cell.apply(person, request)));
            while (table.charAt(table.length() - 1) == ' ') {
                table.setLength(table.length() - 1);
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** The answer without what only tells which case was asked for. */
    static Answer neutral(Answer answer, Map<String, String> ids) {
        String body = answer.body();
        for (String id : ids.values()) {
            body = body.replace(id, "ID");
        }
        return new Answer(answer.status(), answer.type(), body);
    }
}
