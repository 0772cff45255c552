package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.ShangdaTest;
import org.shangda.rights.OverHttp.Answer;

/**
 * Who gets what of pairs, contacts, notes, talks and summaries. One pair, whose member has written a note on which the
 * colleague has not decided yet; one that has ended with a word of thanks; one that is asked for; a summary that is being
 * written and one that is handed up to the branch.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairRightsTest extends PairsUnderWay {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_NUMBER = "PR26-00000000";

    // --- the table ---------------------------------------------------------------------------------------------------

    /**
     * The status that each role gets. A star: the answer tells what was written. A hash: it mentions the pair.
     *
     * <p>no: nobody in particular, ca: who carries the pair, co: the colleague, ot: another colleague of the branch, se:
     * the branch's secretary, s2: another branch's, cc: the college's clerk, who planned the wave, c2: the other one, xc:
     * clerk of another college, dc: of a department, or: organization department, op: operator, ad: administrator.
     */
    private static final String TABLE = """
                                                                                        | no   ca   co   ot   se   s2   cc   c2   xc   dc   or   op   ad
            GET /api/pairings                                                           | 401  200# 200# 200  200  200  200  200  200  200  200  200  200
            GET /api/pairings/{pair}                                                    | 401  200# 200# 404  200# 404  200# 200# 404  404  200# 404  200#
            GET /api/pairings/{asked}                                                   | 401  404  404  404  200  404  200  200  404  404  200  404  200
            GET /api/pairings/{ended}                                                   | 401  404  404  404  200  404  200  200  404  404  200  404  200
            GET /api/pairings?college=jsj1                                              | 401  404  404  404  200# 404  200# 200# 404  404  200# 404  200#
            GET /api/pairings?college=jsj                                               | 401  404  404  404  404  404  200# 200# 404  404  200# 404  200#
            GET /api/pairings/coverage?college=jsj                                      | 401  404  404  404  404  404  200  200  404  404  200  404  404
            GET /api/pairings/handover?person=zhangwei                                  | 401  404  404  404  200# 404  200# 200# 404  404  200# 404  200#
            POST /api/pairings/import?college=jsj                                       | 403  415  415  415  415  415  415  415  415  415  415  415  415
            GET /api/duties                                                             | 401  200# 200  200  200  200  200  200  200  200  200  200  200
            GET /api/duties?person=limei                                                | 401  200# 404  404  200# 404  200# 200# 404  404  404  404  404
            GET /api/contacts?pair={pair}                                               | 401  200* 200* 404  200  404  200  200  404  404  404  404  404
            GET /api/event-talks                                                        | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/records/limei.docx                                                 | 401  200  404  404  200  404  200  200  404  404  404  404  404
            GET /api/records/jsj1.docx                                                  | 401  404  404  404  200  404  200  200  404  404  404  404  404
            GET /api/records/jsj.pdf                                                    | 401  404  404  404  404  404  200  200  404  404  404  404  404
            GET /api/summaries/{mine}                                                   | 401  200  404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{mine}/rows?figure=contacts.due                          | 401  200# 404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{mine}.docx                                              | 401  200  404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}                                                 | 401  404  404  404  200* 404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}/rows?figure=contacts.due                        | 401  404  404  404  200  404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}.docx                                            | 401  404  404  404  200  404  404  404  404  404  404  404  404
            PUT /api/summaries/{mine}/draft                                             | 403  204  404  404  404  404  404  404  404  404  404  404  404
            PUT /api/summaries/{handed}/draft                                           | 403  404  404  404  404  404  404  404  404  404  404  404  404
            GET /api/programmes                                                         | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/calendar/terms                                                     | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/task/{register}                                            | 401  200  404  404  404  404  404  404  404  404  404  404  200
            GET /engine-rest/task/{register}/form-variables                             | 401  200# 404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{register}/submit-form                               | 401  400  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{note}                                                | 401  404  200  404  404  404  404  404  404  404  404  404  200
            GET /engine-rest/task/{note}/form-variables                                 | 401  404  200* 404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{note}/variables                                      | 401  404  200  404  404  404  404  404  404  404  404  404  200
            POST /engine-rest/task/{note}/submit-form                                   | 401  404  400  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{consent}/form-variables                              | 401  404  404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{consent}/submit-form                                | 401  404  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{review}/form-variables                               | 401  404  404  404  404  404  200  404  404  404  404  404  404
            POST /engine-rest/task/{review}/submit-form                                 | 401  404  404  404  404  404  400  404  404  404  404  404  404
            GET /engine-rest/task/{write}/form-variables                                | 401  200  404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{write}/submit-form                                  | 401  400  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{read}/form-variables                                 | 401  404  404  404  200* 404  404  404  404  404  404  404  404
            POST /engine-rest/task/{read}/submit-form                                   | 401  404  404  404  400  404  404  404  404  404  404  404  404
            GET /engine-rest/task?maxResults=50                                         | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/variable-instance?maxResults=50                            | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/task?maxResults=9&taskId={register}                | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/variable-instance?maxResults=9&taskIdIn={register} | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/detail?maxResults=9&taskId={register}              | 401  200  200  200  200  200  200  200  200  200  200  200  200
            """;

    static final Matrix MATRIX = new Matrix(TABLE, ROLES);

    @Test
    void everybody_gets_what_the_table_says() {
        assertThat(MATRIX.asked((person, request) -> cell(ask(person, request, real))))
                .isEqualTo(TABLE);
    }

    @Test
    void to_whom_it_does_not_concern_it_is_as_if_it_did_not_exist() {
        Map<String, String> none = real.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().contains("26-") ? NO_NUMBER : NO_ID));
        List<String> different = new ArrayList<>();
        int hidden = 0;
        for (String person : ROLES.values()) {
            for (String request :
                    MATRIX.requests().stream().filter(one -> one.contains("{")).toList()) {
                Answer theirs = ask(person, request, real);
                if (theirs.status() == 404) {
                    hidden++;
                    Answer nothing = Matrix.neutral(ask(person, request, none), none);
                    if (!Matrix.neutral(theirs, real).equals(nothing)) {
                        different.add(person + " " + request + "\n  " + theirs + "\n  " + nothing);
                    }
                }
            }
        }
        assertThat(hidden).isGreaterThan(100);
        assertThat(different).isEmpty();
    }
}
