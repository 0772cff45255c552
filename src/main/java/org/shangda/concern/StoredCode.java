package org.shangda.concern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** A code as it was stored when it was a constant: {@code first-receiver-only} as {@code FIRST_RECEIVER_ONLY}. */
@Converter
class StoredCode implements AttributeConverter<String, String> {

    @Override
    public String convertToDatabaseColumn(String code) {
        return code == null ? null : code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String convertToEntityAttribute(String column) {
        return column == null ? null : column.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
