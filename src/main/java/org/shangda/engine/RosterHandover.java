package org.shangda.engine;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.shangda.engine.OpenTasks.Held;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.university.PassedOn;
import org.shangda.university.RosterChanged;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * Open tasks follow the roster: what somebody held who no longer answers for the unit goes to the successor. In the
 * transaction of the import, or of the day on which a post begins or ends by its date, so that at no moment a task is
 * with nobody. Read many at a time; written is only what is different.
 */
class RosterHandover {

    private final CommandExecutor commands;
    private final OpenTasks open;
    private final TaskHandover handover;
    private final Offering offering;
    private final AsTheProduct asTheProduct;
    private final WorkItems items;
    private final ApplicationEventPublisher events;

    RosterHandover(
            CommandExecutor commands,
            OpenTasks open,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            WorkItems items,
            ApplicationEventPublisher events) {
        this.commands = commands;
        this.open = open;
        this.handover = handover;
        this.offering = offering;
        this.asTheProduct = asTheProduct;
        this.items = items;
        this.events = events;
    }

    /** Last: what the tasks are about has followed the roster before. */
    @EventListener
    @Order
    void on(RosterChanged change) {
        asTheProduct.run(() -> {
            items.all().stream()
                    .filter(WorkItem::followsRoster)
                    .forEach(item -> open.portions(item.key()).forEach(ids -> follow(item, ids)));
            List<String> shipped = items.all().stream().map(WorkItem::key).toList();
            open.portionsBeside(shipped).forEach(ids -> items.templates().forEach(item -> follow(item, ids)));
        });
    }

    /** One command for many: it knows the tasks that it has read, and writes at its end, in batches. */
    private void follow(WorkItem<?> item, List<String> ids) {
        commands.execute(context -> {
            List<Held> portion = open.read(ids).stream()
                    .filter(held -> held.work().key().equals(item.key()))
                    .toList();
            Function<Work, Offer> offers =
                    item.offersAnew(portion.stream().map(Held::work).toList());
            portion.forEach(held -> follow(item, held, offers.apply(held.work())));
            return null;
        });
    }

    private void follow(WorkItem<?> item, Held held, Offer offer) {
        Holders due = Offering.standing(held.holders(), offer);
        if (!held.holders().equals(due)) {
            handover.reassign(held.work().id(), held.holders(), due);
            offering.announce(item, held.work(), offer);
            item.handedOver(held.work(), offer);
            events.publishEvent(
                    new PassedOn(PassedOn.Kind.WORK, held.work().number(), had(held.holders()), has(due, offer)));
        }
    }

    private static String had(Holders holders) {
        return holders.assignee() != null
                ? holders.assignee()
                : Stream.concat(
                                holders.groups().stream().map(GroupRights::unitOf),
                                holders.users().stream().sorted())
                        .findFirst()
                        .orElse("");
    }

    private static String has(Holders holders, Offer offer) {
        return holders.assignee() != null
                ? holders.assignee()
                : offer.unit() != null ? offer.unit() : offer.people().get(0);
    }
}
