package org.shangda.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;

class WorkItemsTest {

    record Nothing() {}

    @Test
    void a_kind_of_work_is_found_by_its_key() {
        WorkItems items = items(item("UserTask_One"), item("UserTask_Two").standing());
        assertThat(items.of("UserTask_One").orElseThrow().followsRoster()).isTrue();
        assertThat(items.of("UserTask_Two").orElseThrow().followsRoster()).isFalse();
        assertThat(items.of("UserTask_Three")).isEmpty();
        assertThat(items.standing()).containsExactly("UserTask_Two");
    }

    @Test
    void two_descriptions_of_one_kind_are_a_mistake() {
        assertThatThrownBy(
                        () -> items(item("UserTask_One"), item("UserTask_One")).all())
                .hasMessageContaining("UserTask_One");
    }

    @Test
    void a_description_without_an_offer_is_a_mistake() {
        WorkItem<Nothing> nobodys = WorkItem.of("UserTask_One", "one", Nothing.class)
                .shows(work -> Map.of())
                .takes((work, nothing) -> Map.of());
        assertThatThrownBy(() -> items(nobodys).all()).hasMessage("UserTask_One is offered to nobody");
    }

    private static WorkItem<Nothing> item(String key) {
        return WorkItem.of(key, "one", Nothing.class)
                .offeredTo(work -> Offer.to("chenyu", null, "one", List.of()))
                .shows(work -> Map.of())
                .takes((work, nothing) -> Map.of());
    }

    private static WorkItems items(WorkItem<?>... items) {
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < items.length; i++) {
            beans.addBean("item" + i, items[i]);
        }
        return new WorkItems(beans.getBeanProvider(ResolvableType.forClass(WorkItem.class)));
    }
}
