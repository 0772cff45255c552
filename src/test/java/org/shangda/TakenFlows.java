package org.shangda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/**
 * Remembers every sequence flow that a case took in any test of this run, because the engine's history does not. What
 * was rolled back was not taken. The tests run in several JVMs: each writes what it saw into a file of its own.
 */
@TestComponent
public class TakenFlows extends AbstractProcessEnginePlugin {

    private static final Path FOLDER = Path.of(
            "target",
            "flows",
            System.getProperty("shangda.test.run", "alone").replace(":", ""),
            TestDatabase.isPostgres() ? "postgres" : "h2");
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    /** @return process and flow, for example {@code supervision/Flow_Late_Supervise} */
    public static Set<String> taken() throws IOException {
        Set<String> taken = new HashSet<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path file : files.toList()) {
                    taken.addAll(Files.readAllLines(file));
                }
            }
        }
        return taken;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> take(execution, flow));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static void take(DelegateExecution execution, TransitionImpl flow) {
        String process = execution.getProcessDefinitionId().split(":")[0];
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> remember(process + "/" + flow.getId()));
    }

    private static void remember(String flow) {
        if (TAKEN.add(flow)) {
            try {
                Path file = Files.createDirectories(FOLDER)
                        .resolve(ProcessHandle.current().pid() + ".txt");
                Files.writeString(file, flow + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
