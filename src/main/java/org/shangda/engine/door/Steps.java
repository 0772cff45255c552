package org.shangda.engine.door;

import java.util.Set;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that a diagram may name: those of the packages that connect the domain with the engine. */
class Steps {

    /** Where steps are described, and where what they are described with is. */
    private static final String OWN = "org\\.shangda\\.(engine|.*\\.process)";

    private final ListableBeanFactory beans;

    Steps(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Whether the engine would take the name for something of the server, and not for a variable. */
    boolean isBean(String name) {
        return beans.containsBean(name);
    }

    /** @param kinds what the engine can call at this place */
    boolean isOneOf(String name, Set<Class<?>> kinds) {
        return beans.containsBean(name)
                && kinds.stream().anyMatch(kind -> beans.isTypeMatch(name, kind))
                && AopUtils.getTargetClass(beans.getBean(name)).getPackageName().matches(OWN);
    }
}
