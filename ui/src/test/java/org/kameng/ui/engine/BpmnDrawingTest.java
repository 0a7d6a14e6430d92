package org.kameng.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kameng.ui.shared.Svg;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BpmnDrawingTest {
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
              xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
              <bpmn:process id="p"><bpmn:startEvent id="s" name="Start &lt;b&gt;"/><bpmn:userTask id="t" name="Look at it"/>
                <bpmn:boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="f" name="go" sourceRef="s" targetRef="t"/></bpmn:process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
                <bpmndi:BPMNShape bpmnElement="s"><dc:Bounds x="100" y="182" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="t"><dc:Bounds x="200" y="160" width="100" height="80"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="b"><dc:Bounds x="230" y="222" width="36" height="36"/></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="136" y="200"/><di:waypoint x="200" y="200"/></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>""";

    @Test
    void the_token_stands_on_what_is_active_and_done_is_tinted() throws Exception {
        var picture = drawing(MODEL, Set.of("t"), Set.of("s", "f"), Set.of());
        assertThat(css(picture, "t")).contains("active");
        assertThat(css(picture, "s")).contains("done").doesNotContain("active");
        assertThat(picture.getElementsByTagName("circle")).isNotNull();
        assertThat(count(picture, "token")).isEqualTo(1);
    }

    @Test
    void an_incident_is_told_by_a_sign_and_not_by_colour_alone() throws Exception {
        var picture = drawing(MODEL, Set.of("t"), Set.of(), Set.of("t"));
        assertThat(css(picture, "t")).contains("stuck");
        assertThat(count(picture, "bang")).isEqualTo(1);
    }

    @Test
    void names_from_a_model_cannot_bring_markup_along() {
        var svg = new BpmnDrawing(BpmnPlan.read(MODEL), Set.of(), Set.of(), Set.of(), (id, name) -> name).svg("x");
        assertThat(svg).contains("Start &lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void a_document_type_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BpmnPlan.read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"));
    }

    @Test
    void every_shape_and_flow_of_our_models_is_drawn() throws Exception {
        for (String name : new String[] {"/order-to-delivery.bpmn", "/payment-refund.bpmn"}) {
            var xml = resource(name);
            var plan = BpmnPlan.read(xml);
            var picture = drawing(xml, Set.of(), Set.of(), Set.of());
            assertThat(plan.shapes()).hasSizeGreaterThan(10);
            plan.shapes().forEach(shape -> {
                assertThat(shape.type()).as(shape.id()).isNotEqualTo("unknown");
                assertThat(css(picture, shape.id())).as(shape.id()).contains("node");
            });
            assertThat(count(picture, "edge")).isEqualTo(plan.edges().size());
        }
    }

    @Test
    void long_texts_are_broken_and_chinese_may_break_anywhere() {
        assertThat(Svg.lines("Settle refund by hand", 60, 12, 4)).hasSizeGreaterThan(2);
        assertThat(Svg.lines("等待微信支付完成退款", 60, 12, 4)).hasSize(2);
        assertThat(Svg.lines("one two three four five six", 30, 12, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
    }

    private static Document drawing(String xml, Set<String> active, Set<String> done, Set<String> stuck)
            throws Exception {
        var svg = new BpmnDrawing(BpmnPlan.read(xml), active, done, stuck, (id, name) -> name).svg("a picture");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String css(Document picture, String element) {
        var groups = picture.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            var attributes = groups.item(i).getAttributes();
            var id = attributes.getNamedItem("data-element");
            if (id != null && id.getNodeValue().equals(element)) {
                return attributes.getNamedItem("class").getNodeValue();
            }
        }
        return "";
    }

    private static int count(Document picture, String css) {
        int count = 0;
        var all = picture.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var found = all.item(i).getAttributes().getNamedItem("class");
            if (found != null && Set.of(found.getNodeValue().split(" ")).contains(css)) {
                count++;
            }
        }
        return count;
    }

    private static String resource(String name) throws IOException {
        try (var in = BpmnDrawingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
