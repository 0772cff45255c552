package org.shangda.work;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;

/** The fields that a form must have, because what is handed in cannot be had without them. */
public final class DemandedFields {

    private DemandedFields() {}

    /**
     * @param values what a form hands in
     * @param mayLack keys that it may do without
     * @return the other keys; of the rows of a list {@code list.key}
     */
    public static Set<String> of(Class<? extends Record> values, Set<String> mayLack) {
        Set<String> keys = new TreeSet<>();
        collect(values, "", keys);
        keys.removeAll(mayLack);
        return keys;
    }

    private static void collect(Class<?> values, String path, Set<String> keys) {
        for (RecordComponent component : values.getRecordComponents()) {
            keys.add(path + component.getName());
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> row
                    && row.isRecord()) {
                collect(row, path + component.getName() + ".", keys);
            }
        }
    }
}
