package org.shangda.tables;

import java.util.List;

/** Odd cells: numbers, days, texts and what else Excel can show in one. */
abstract class OddCells extends OddTables {

    void numbers() {
        reads("number with a letter before", number("123", "\"T\"00000"), "T00123");
        reads("number in two sections", number("123", "0000000;[Red]-0000000"), "0000123");
        reads("number in sections of a Chinese Excel", number("123", "0000000;[红色]-0000000"), "0000123");
        reads("number with a blank as wide as a sign", number("123", "000000_ "), "000123");
        reads("number in accounting style", number("123", "_ * 000000_ ;_ * \\-000000_ "), "000123");
        reads("number with zeros", number("123", "0000000"), "0000123");
        reads("number as a telephone", number("13800000000", "000-0000-0000"), "138-0000-0000");
        reads("number as a short telephone", number("88880001", "0000\"-\"0000"), "8888-0001");
        reads("number with thousands", number("12345", "#,##0"), "12,345");
        reads("number of one decimal with two", number("2026.1", "0.00"), "2026.10");
        reads("number in per cent", number("0.5", "0%"), "50%");
        reads("number with a unit", number("12", "0\"号\""), "12号");
        reads("number with a unit unquoted", number("12", "0号"), "12号");
        reads("negative number", number("-5", "000"), "-005");
        reads("negative number without its sign", number("-5", "000;000"), "005");
        reads("zero in a section of its own", number("0", "0;-0;\"无\"0"), "无0");
        reads("General with a unit", number("12", "General\"号\""), "12号");
        reads("number as text", number("123", "@"), "123");
        reads("number of eleven digits", number("13800000000", "General"), "13800000000");
        reads("number of eleven digits as stored", number("1.38E10", "General"), "13800000000");
        reads("number with a long tail", number("0.30000000000000004", "General"), "0.3");
        reads(
                "number in a style that is not there",
                RawWorkbook.of(HEADINGS + row(2, "A", "<c r=\"A2\" s=\"9\"><v>7</v></c>")),
                "7");
        reads(
                "empty style sheet",
                RawWorkbook.of(HEADINGS + row(2, "A", "<c r=\"A2\" s=\"1\"><v>7</v></c>"))
                        .styles(""),
                "7");
        refuses("identity number as number", number("330106199001011234", "General"), "cell.long-number", "A2", "15");
        refuses("identity number as stored", number("3.3010619900101126E+17", "0"), "cell.long-number", "A2", "15");
        refuses("number that is rounded", number("12.5", "0"), "cell.number-format", "A2");
        refuses("number in scientific format", number("13800000000", "0.00E+00"), "cell.number-format", "A2");
        refuses("number as fraction", number("0.5", "# ?/?"), "cell.number-format", "A2");
        refuses("number in Chinese numerals", number("12", "[DBNum1]General"), "cell.number-format", "A2");
        refuses("number under a condition", number("12", "[>10]\"many\";0"), "cell.number-format", "A2");
        refuses("number that is hidden", number("12", ";;;"), "cell.number-format", "A2");
        refuses("number with digits between", number("12", "0\"0\"0.0"), "cell.number-format", "A2");
        refuses("number scaled to thousands", number("12000", "0,"), "cell.number-format", "A2");
        refuses("number with a format without end", number("12", "0".repeat(300)), "cell.number-format", "A2");
        refuses("number that is none", raw("<c r=\"A2\"><v>abc</v></c>"), "cell.broken", "A2");
        refuses("number without bounds", raw("<c r=\"A2\"><v>1E999999999</v></c>"), "cell.broken", "A2");
        refuses(
                "number of a million digits",
                raw("<c r=\"A2\"><v>" + "9".repeat(1_000_000) + "</v></c>"),
                "cell.broken",
                "A2");
        refuses("text that was a number", raw(text("A2", "1.38E+10")), "cell.cut", "A2", "1.38E+10");
    }

    void days() {
        readsDay("day", day("46082", "yyyy\"年\"m\"月\"d\"日\""), "2026-03-01");
        readsDay("month", day("46082", "yyyy\"年\"m\"月\""), "2026-03-01");
        readsDay("day with its time", day("46082.75", "yyyy-mm-dd hh:mm"), "2026-03-01");
        readsDay("day since 1904", day("44620", "yyyy-mm-dd").since1904(), "2026-03-01");
        readsDay("day in ISO", third("<c r=\"C2\" t=\"d\"><v>2026-03-01T00:00:00</v></c>"), "2026-03-01");
        readsDay("month as text", third(text("C2", "2023.1")), "2023.1");
        readsDay("month with its zero", day("2023.1", "0.00"), "2023.10");
        readsDay("month that is no question", day("2023.11", "General"), "2023.11");
        refuses("month as number", day("2023.1", "General"), "cell.january-or-october", "C2", "2023");
        refuses("month in a text file", csv("z1,张伟,2023.1"), "cell.january-or-october", "C2", "2023");
        refuses("time without a day", day("0.5", "hh:mm"), "cell.number-format", "C2");
        refuses("hours", day("30.5", "[h]:mm"), "cell.number-format", "C2");
        refuses("day before all days", day("-5", "yyyy-mm-dd"), "cell.number-format", "C2");
        refuses("day in a column of numbers", number("45721", "m\"-\"d"), "cell.date", "A2", "2025-03-05");
        refuses("day in ISO that is none", third("<c r=\"C2\" t=\"d\"><v>soon</v></c>"), "cell.broken", "C2");
    }

    void texts() {
        named("full width digits stay for the column to fold", "１２", "１２");
        named("Kangxi radical", "⼀帆", "一帆");
        named("radicals copied from a PDF file", "⻢⻓⺠", "马长民");
        named("compatibility ideograph", "\uF9DD娜", "利娜");
        named("letter and its accent", "Jose\u0301", "José");
        named("zero width space", "张\u200B伟", "张伟");
        named("byte order mark within", "张\uFEFF伟", "张伟");
        named("joiners and soft hyphen", "张\u200D\u2060\u00AD伟", "张伟");
        named("marks around a number copied from a mobile", "\u202D张伟\u202C", "张伟");
        named("choice of a glyph", "\u9089\uDB40\uDD00", "\u9089");
        named("extension B and E", "𠮷𬭚", "𠮷𬭚");
        named("line break", "张&#10;伟", "张\n伟");
        named("escaped line break", "张_x000A_伟", "张\n伟");
        named("private use is doubtful", "张\uE863", "张\uE863");
        refusesName("right to left override", "\u202E伟张");
        refusesName("control character", "张_x0001_伟");
        refusesName("control character of the second row", "张&#x9F;伟");
        refusesName("half a character", "张_xD840_");
        refusesName("what was lost before", "张\uFFFD");
        refuses("text of a megabyte", raw(text("A2", "长".repeat(300_000))), "cell.too-long", "A2", "2000");
        reads(
                "rich text",
                raw("<c r=\"A2\" t=\"s\"><v>0</v></c>")
                        .shared("<si><r><t>z</t></r><r><rPr><b/></rPr><t>1</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>"),
                "z1");
        reads(
                "blanks that are kept",
                raw("<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> z1 </t></is></c>"),
                " z1 ");
        reads("rich inline text", raw("<c r=\"A2\" t=\"inlineStr\"><is><r><t>z</t></r><r><t>1</t></r></is></c>"), "z1");
        reads("text that a formula left", raw("<c r=\"A2\" t=\"str\"><v>z1</v></c>"), "z1");
    }

    void cells() {
        for (String error :
                List.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#SPILL!", "#CALC!", "#GETTING_DATA")) {
            refuses(
                    "error " + error.replace('/', '_'),
                    raw("<c r=\"A2\" t=\"e\"><v>" + error + "</v></c>"),
                    "cell.error",
                    "A2",
                    error);
            refuses("error as text " + error.replace('/', '_'), raw(text("A2", error)), "cell.error", "A2", error);
        }
        refuses("error that says something else", raw("<c r=\"A2\" t=\"e\"><v>张伟</v></c>"), "cell.error", "A2", "#?");
        refuses("column that was too narrow", raw(text("A2", "#####")), "cell.error", "A2", "#####");
        refuses("error of another office", raw(text("A2", "Err:502")), "cell.error", "A2", "Err:502");
        refuses(
                "formula with its value",
                raw("<c r=\"A2\" t=\"str\"><f>B2&amp;\"x\"</f><v>z1</v></c>"),
                "cell.formula",
                "A2");
        refuses("formula without a value", raw("<c r=\"A2\"><f>1+1</f></c>"), "cell.formula", "A2");
        refuses(
                "formula that is shared",
                raw("<c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>1</v></c>"),
                "cell.formula",
                "A2");
        reads("formula that is a text", raw("<c r=\"A2\" t=\"str\"><f>\"0012345\"</f><v>old</v></c>"), "0012345");
        reads("formula that is a number", raw("<c r=\"A2\"><f>12345</f><v>1</v></c>"), "12345");
        reads("yes or no", raw("<c r=\"A2\" t=\"b\"><v>1</v></c>"), "TRUE");
        refuses("neither yes nor no", raw("<c r=\"A2\" t=\"b\"><v>2</v></c>"), "cell.broken", "A2");
        refuses("cell of an unknown type", raw("<c r=\"A2\" t=\"future\"><v>2</v></c>"), "cell.broken", "A2");
        refuses("text that is not shared", raw("<c r=\"A2\" t=\"s\"><v>7</v></c>"), "cell.broken", "A2");
        refuses("two cells at one place", raw(text("A2", "z1") + text("A2", "z2")), "cell.broken", "A2");
        reads(
                "cells without addresses",
                RawWorkbook.of("<row>" + text("工号") + text("姓名") + "</row><row>" + text("z1") + text("张伟") + "</row>"),
                "z1");
        String twoRows = HEADINGS + PERSON + row(3, "C", text("2026-03-01"));
        all.add(new OddFile("merged downwards", merged(twoRows, "A2:A3", "B2:B3"), List.of("z1", "z1"), false));
        refuses("merged to the right", merged(HEADINGS + PERSON, "A2:B2"), "cell.merged", "B2");
        refuses(
                "merged to the right over nothing",
                merged(HEADINGS + row(2, "A", text("z1")), "A2:C2"),
                "cell.merged",
                "B2");
        reads(
                "headings merged downwards",
                merged(HEADINGS + row(3, "A", text("z1"), text("张伟")), "A1:A2", "B1:B2", "C1:C2"),
                "z1");
        reads(
                "title merged over all",
                merged(
                        row(1, "A", text("名册"))
                                + HEADINGS.replace("r=\"1\"", "r=\"2\"")
                                + PERSON.replace("r=\"2\"", "r=\"3\""),
                        "A1:C1"),
                "z1");
        refuses("merged without an end", merged(HEADINGS + PERSON, "A2:ZZZZ99999999"), "cell.merged", "B2");
    }
}
