package org.shangda.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which words two colleagues mean the same place. */
class SamePlaceTest {

    @ParameterizedTest
    @CsvSource({
        "教师公寓3号楼, 教师公寓３号楼",
        "教师公寓3号楼, 教师公寓 3 号楼",
        "教师公寓3号楼, 教师公寓（3号楼）502室",
        "3号楼, 教师公寓3号楼502",
        "Building 3, building 3 502",
        "b座, 科研楼B座",
    })
    void is_the_same_or_lies_around_it(String around, String place) {
        assertThat(SamePlace.isAround(around, place)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1号楼, 11号楼",
        "教师公寓3号楼50, 教师公寓3号楼502",
        "3号楼502, 3号楼503",
        "3号楼502, 3号楼",
        "Building 3, Building 35",
        "楼, 3号楼",
    })
    void is_another_one_or_says_too_little(String around, String place) {
        assertThat(SamePlace.isAround(around, place)).isFalse();
    }

    @Test
    void where_nothing_was_said_no_place_is_the_same() {
        assertThat(SamePlace.isAround("", "3号楼")).isFalse();
        assertThat(SamePlace.isAround("（）", "（）")).isFalse();
        assertThat(SamePlace.isAround("3号楼", null)).isFalse();
        assertThat(SamePlace.isAround(null, null)).isFalse();
    }
}
