package org.shangda.engine.web;

import java.security.Principal;
import java.util.List;
import org.shangda.engine.running.CaseMoves;
import org.shangda.engine.running.CaseMoves.Moved;
import org.shangda.engine.running.MovingCases;
import org.shangda.engine.running.MovingCases.Move;
import org.shangda.engine.running.MovingCases.Result;
import org.shangda.engine.running.RunningCases;
import org.shangda.engine.running.RunningCases.Diagram;
import org.shangda.engine.running.RunningCases.Listed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** On which version of its diagram each running case is, and going on along another. For administrators. */
@RestController
@RequestMapping("/api/cases")
class RunningCasesController {

    private final RunningCases running;
    private final MovingCases moving;
    private final CaseMoves moves;

    RunningCasesController(RunningCases running, MovingCases moving, CaseMoves moves) {
        this.running = running;
        this.moving = moving;
        this.moves = moves;
    }

    /** Diagrams with their versions, and how many cases run on each. */
    @GetMapping
    List<Diagram> diagrams() {
        return running.diagrams();
    }

    /**
     * The cases on one version, and where they stand; without their stories.
     *
     * @param diagram id of the process
     */
    @GetMapping("/running")
    Listed running(@RequestParam String diagram, @RequestParam int version) {
        return running.running(diagram, version);
    }

    /** Moves cases to another version, each for itself; the answer says of each what has become of it. */
    @PostMapping("/move")
    List<Result> move(@RequestBody Move move, Principal caller) {
        return moving.move(move, caller.getName());
    }

    /** Who has moved which cases, and why; the newest first. */
    @GetMapping("/moves")
    List<Moved> moves() {
        return moves.latest();
    }
}
