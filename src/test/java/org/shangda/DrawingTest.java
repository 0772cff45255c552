package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator reads a diagram by following its lines. */
class DrawingTest {

    /** Diagrams that cannot be drawn, or are not yet drawn, without crossings; all the others have none. */
    private static final Map<String, Integer> CROSSINGS =
            Map.of("concern-escalation.bpmn", 2, "level-handling.bpmn", 6, "pairing-lifecycle.bpmn", 6);

    private record Part(String flow, Line2D line) {

        boolean crosses(Part other) {
            return !flow.equals(other.flow) && apart(line, other.line) && apart(other.line, line);
        }

        /** Whether the ends of the second line lie on either side of the first. */
        private static boolean apart(Line2D line, Line2D other) {
            return line.relativeCCW(other.getX1(), other.getY1()) * line.relativeCCW(other.getX2(), other.getY2()) < 0
                    && side(line, other.getX1(), other.getY1()) != 0
                    && side(line, other.getX2(), other.getY2()) != 0;
        }

        private static double side(Line2D line, double x, double y) {
            return (line.getX2() - line.getX1()) * (y - line.getY1())
                    - (line.getY2() - line.getY1()) * (x - line.getX1());
        }
    }

    static List<File> diagrams() {
        return List.of(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void lines_cross_no_more_often_than_they_have_to(File diagram) {
        List<Part> parts = parts(diagram);
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Part other : parts.subList(i + 1, parts.size())) {
                if (parts.get(i).crosses(other)) {
                    crossings.add(parts.get(i).flow() + " and " + other.flow());
                }
            }
        }
        assertThat(crossings).hasSize(CROSSINGS.getOrDefault(diagram.getName(), 0));
    }

    private static List<Part> parts(File diagram) {
        List<Part> parts = new ArrayList<>();
        for (BpmnEdge edge : Bpmn.readModelFromFile(diagram).getModelElementsByType(BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                parts.add(new Part(
                        edge.getBpmnElement().getId(),
                        new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY())));
            }
        }
        return parts;
    }
}
