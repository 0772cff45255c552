package org.shangda.engine.door.walk;

import java.util.List;
import java.util.Map;

/** A process in which everything that is declared may happen at any time. */
record DeclaredScenario(String process, Map<String, byte[]> files, Declared declared) implements Scenario {

    static DeclaredScenario of(String process, Map<String, byte[]> files, Declared declared) {
        return new DeclaredScenario(process, CalledFiles.of(process, files, Map.of()), declared);
    }

    @Override
    public String name() {
        return process;
    }

    @Override
    public String basis() {
        return "";
    }

    @Override
    public List<Choice> starts() {
        return Declared.choices(declared.starts().get(process));
    }

    @Override
    public List<Choice> choices(String task, String mark, Standing place) {
        return declared.choices(task);
    }

    @Override
    public List<Choice> answers(String step, Scope scope) {
        return declared.answers(step, scope.before());
    }

    @Override
    public boolean stands(String task) {
        return declared.standing().contains(task);
    }
}
