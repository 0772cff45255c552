package org.shangda.bulletin.process;

import static org.shangda.work.Course.Who.HANDLERS;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.shangda.bulletin.BulletinService;
import org.shangda.bulletin.BulletinService.Issued;
import org.shangda.bulletin.BulletinService.Keeping;
import org.shangda.bulletin.BulletinService.Publication;
import org.shangda.bulletin.BulletinService.Published;
import org.shangda.engine.door.Contract;
import org.shangda.work.Card;
import org.shangda.work.Course;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people do about a bulletin. */
@Configuration(proxyBeanMethods = false)
class BulletinWork {

    private final BulletinService bulletins;

    BulletinWork(BulletinService bulletins) {
        this.bulletins = bulletins;
    }

    /** 发布通报. */
    @Bean
    Course bulletin() {
        return Course.of(BulletinProcess.PROCESS)
                .startedBy(
                        HANDLERS,
                        StartForm.of("publish-bulletin", Publication.class)
                                .shows(caller -> Map.of("audiences", bulletins.audiences(caller)))
                                .starts((caller, publication) -> {
                                    Published published = bulletins.publish(caller, publication);
                                    return new Started(
                                            published.number(),
                                            Map.of(BulletinProcess.ENDS_AT, Date.from(published.endsAt())));
                                }))
                .setsOutWith(BulletinProcess.PUBLISHED)
                .withTasks(BulletinProcess.KEEP);
    }

    /** What the diagram and the product have agreed on. */
    @Bean
    Contract bulletinContract() {
        return Contract.of(BulletinProcess.PROCESS);
    }

    /** 延期或撤回通报: as long as it is shown. */
    @Bean
    WorkItem<Keeping> keepBulletin() {
        return WorkItem.of(BulletinProcess.KEEP, "keep-bulletin", Keeping.class)
                .readAhead(numbers -> bulletins.readAhead(numbers))
                .listedAs(works -> work -> Card.titled(bulletins.title(work.number())))
                .offeredTo(work -> bulletins.offer(work.number()))
                .shows(work -> shown(bulletins.page(work.number())))
                .takes((work, keeping) -> codes(bulletins.keep(work.number(), work.caller(), keeping)))
                .answers(BulletinProcess.KEPT);
    }

    private static Map<String, Object> shown(Issued page) {
        return Map.of(
                "number", page.number(),
                "title", page.title(),
                "audienceName", page.audience(),
                "shownUntil", page.lastDay().toString(),
                "readers", page.readers());
    }

    private static Map<String, Object> codes(Instant endsAt) {
        return endsAt == null
                ? Map.of(BulletinProcess.EXTENDED, false)
                : Map.of(BulletinProcess.EXTENDED, true, BulletinProcess.ENDS_AT, Date.from(endsAt));
    }
}
