package org.shangda.monitoring.web;

import java.util.List;
import org.shangda.engine.Callers;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions;
import org.shangda.monitoring.StalledActions.Done;
import org.shangda.monitoring.StalledActions.Order;
import org.shangda.monitoring.StalledFilter;
import org.shangda.monitoring.StalledView;
import org.shangda.monitoring.StalledView.Page;
import org.shangda.monitoring.StalledWeek;
import org.shangda.monitoring.StandInView;
import org.shangda.paper.SavedFile;
import org.shangda.words.Choice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 停滞事项 over HTTP, for who answers for a unit, operators and administrators. */
@RestController
@RequestMapping("/api/stalled")
class StalledController {

    private final StalledView view;
    private final StalledWeek week;
    private final StalledActions actions;
    private final StandInView standIns;

    StalledController(StalledView view, StalledWeek week, StalledActions actions, StandInView standIns) {
        this.view = view;
        this.week = week;
        this.actions = actions;
        this.standIns = standIns;
    }

    @GetMapping
    Page page(@ParameterObject StalledFilter filter, Authentication caller) {
        return view.page(caller.getName(), power(caller), filter);
    }

    /** Every page of it in one file. */
    @GetMapping("/stalled.xlsx")
    SavedFile workbook(@ParameterObject StalledFilter filter, Authentication caller) {
        return SavedFile.excel("stalled", view.workbook(caller.getName(), power(caller), filter));
    }

    /** The last seven days of the caller's line on one page. */
    @GetMapping("/week.docx")
    SavedFile week(Authentication caller) {
        return SavedFile.word("week", week.sheet(caller.getName(), power(caller)));
    }

    /** What can be filled in for an action about all of the rows; empty where it is typed. */
    @GetMapping("/act/{action}")
    List<Choice> choices(
            @PathVariable String action, @RequestParam(required = false) List<String> rows, Authentication caller) {
        return actions.choices(caller.getName(), power(caller), action, rows);
    }

    /** Does something about some rows, each for itself, and says what has become of each. */
    @PostMapping("/act/{action}")
    List<Done> act(@PathVariable String action, @RequestBody Order order, Authentication caller) {
        return actions.act(caller.getName(), power(caller), action, order);
    }

    /** 结束补位: whoever was named for the unit answers for it no more. */
    @DeleteMapping("/stand-ins/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endStandIn(@PathVariable String unit, Authentication caller) {
        standIns.end(caller.getName(), power(caller), unit);
    }

    static Power power(Authentication caller) {
        List<String> groups = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        if (groups.contains(Callers.ADMINISTRATORS)) {
            return Power.ADMINISTRATOR;
        }
        return groups.contains(Callers.OPERATORS) ? Power.OPERATOR : Power.NONE;
    }
}
