package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be put into a form, and what not: a line each. */
class FormsAtTheDoorTest extends AtTheDoor {

    static Stream<Arguments> hostileComponents() {
        return Stream.of(
                arguments("component", "{'type':'html','content':'<b>x</b>','id':'E'}"),
                arguments("component", "{'type':'iframe','url':'https://evil','id':'E'}"),
                arguments("component", "{'type':'filepicker','key':'f','id':'E'}"),
                arguments("component", "{'type':'documentPreview','id':'E'}"),
                arguments("component", "{'type':'script','id':'E'}"),
                arguments("component", "{'id':'E'}"),
                arguments("component", "{'type':'group','id':'G','components':[{'type':'iframe','id':'E'}]}"),
                arguments("component", "{'type':'dynamiclist','id':'G','components':[{'type':'html','id':'E'}]}"),
                arguments("picture", "{'type':'image','source':'https://evil/x.png','id':'E'}"),
                arguments("picture", "{'type':'image','source':'=variable','id':'E'}"),
                arguments("picture", "{'type':'image','source':'data:text/html,x','id':'E'}"),
                arguments("markup", "{'type':'text','text':'<script>1</script>','id':'E'}"),
                arguments("markup", "{'type':'text','text':'<img src=x onerror=y>','id':'E'}"),
                arguments("markup", "{'type':'text','text':'=\\\"<img src=x>\\\"','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](javascript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](java\\nscript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](&#106;avascript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x]( data:text/html,x)','id':'E'}"),
                arguments("markup", "{'type':'text','text':'![x](https://evil/x.png)','id':'E'}"),
                arguments("markup", "{'type':'textfield','key':'k','label':'<b onclick=x>','id':'E'}"),
                arguments("markup", "{'type':'radio','key':'k','values':[{'label':'<i>','value':'x'}],'id':'E'}"),
                arguments("key", "{'type':'text','onclick':'x','id':'E'}"),
                arguments("key", "{'type':'textfield','script':'x','id':'E'}"),
                arguments("json", "{'type':'text','type':'iframe','id':'E'}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileComponents")
    void a_form_brings_nothing_foreign_into_the_page(String why, String component) {
        assertThat(examine("x.form", form(component))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'**重要** [通知](https://www.example.edu.cn/1) 3 < 4','id':'E'}",
                "{'type':'text','text':'{{title}}','conditional':{'hide':'=a<b'},'id':'E'}",
                "{'type':'number','key':'n','label':'N','decimalDigits':2,'validate':{'min':'=a<b','required':true},'id':'E'}",
                "{'type':'image','source':'data:image/png;base64,AAAA','alt':'章','id':'E'}",
                "{'type':'expression','key':'s','expression':'=a+b','computeOn':'change','id':'E'}",
                "{'type':'group','label':'G','path':'p','showOutline':true,'components':[{'type':'spacer','height':60,'id':'F'}],'id':'E'}",
                "{'type':'button','label':'B','action':'reset','properties':{'a':'b'},'id':'E'}"
            })
    void a_component_that_tasklist_draws_is_welcome(String component) {
        assertThat(examine("x.form", form(component))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "{}", "{\"components\":{}}", "{\"components\":[]} x"})
    void what_is_no_form_is_refused(String content) {
        assertThat(examine("x.form", content)).isNotEmpty();
    }

    private static String form(String component) {
        return "{\"id\":\"x\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[" + component.replace('\'', '"')
                + "]}";
    }
}
