package org.shangda.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.shangda.refusal.Refusal;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Refuses new diagrams and tables that could run anything else than the product's own steps: scripts, Java classes,
 * connectors, forms with code in them, expressions beyond variables, comparisons and calls of the steps. It looks at new
 * deployments only: what was accepted once must load again after every restart, or its cases would stand still.
 */
class SafeDiagrams implements Deployer {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> SCRIPT_ELEMENTS = Set.of("scriptTask", "script");
    private static final Set<String> CODE_ELEMENTS = Set.of("connector", "formData");

    private static final String NAME = "[a-zA-Z_]\\w*";
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final String PROPERTY =
            "(?:execution|task)\\.(?:id|businessKey|processBusinessKey|processInstanceId|currentActivityId)";
    private static final String ARGUMENT = "(?:" + PROPERTY + "|" + NUMBER + "|" + NAME + ")";
    private static final String CALL =
            "(?<!\\w)(?<bean>" + NAME + ")\\." + NAME + "\\((?:" + ARGUMENT + "(?:\\s*,\\s*" + ARGUMENT + ")*)?\\)";
    private static final Pattern CALLS = Pattern.compile(CALL);
    private static final String TERM =
            "(?:!\\s*|not\\s+|empty\\s+)*(?:" + CALL.replace("(?<bean>", "(?:") + "|" + ARGUMENT + ")";
    private static final String OPERATOR = "(?:==|!=|<=|>=|<|>|&&|\\|\\||\\b(?:eq|ne|lt|gt|le|ge|and|or)\\b)";
    private static final Pattern SAFE =
            Pattern.compile("\\s*" + TERM + "(?:\\s*" + OPERATOR + "\\s*" + TERM + ")*\\s*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(?<inside>[^{}]*)(?<closed>}?)");

    private final ListableBeanFactory beans;
    private final RefusedRequests refused;

    SafeDiagrams(ListableBeanFactory beans, RefusedRequests refused) {
        this.beans = beans;
        this.refused = refused;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Set<String> problems = new LinkedHashSet<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            String name = resource.getName();
            if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
                examineDiagram(resource, problems);
            } else if (name.matches(".*\\.(dmn|dmn11\\.xml)")) {
                examineTable(resource, problems);
            } else if (!name.matches(".*\\.(form|png|svg)")) {
                problems.add(name + ": 不支持的文件 (not a diagram, table or form)");
            }
        }
        if (!problems.isEmpty()) {
            throw refused.of(Refusal.invalid("engine.unsafe-diagram", String.join("; ", problems)));
        }
    }

    private void examineDiagram(ResourceEntity resource, Set<String> problems) {
        for (Element element : elements(resource, problems)) {
            String where = resource.getName() + ", " + nearestId(element);
            String tag = element.getLocalName();
            if (SCRIPT_ELEMENTS.contains(tag) || isModel(element) && element.hasAttribute("language")) {
                problems.add(where + ": 脚本 (script)");
            }
            if (CODE_ELEMENTS.contains(tag)) {
                problems.add(where + ": " + tag);
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                examine((Attr) element.getAttributes().item(i), where, problems);
            }
            examineText(ownText(element), where, problems);
        }
    }

    private void examine(Attr attribute, String where, Set<String> problems) {
        String value = attribute.getValue();
        if (CAMUNDA.equals(attribute.getNamespaceURI()) || attribute.getNamespaceURI() == null) {
            switch (attribute.getLocalName()) {
                case "class", "resource", "scriptFormat" -> problems.add(where + ": " + attribute.getName());
                case "formKey" -> {
                    if (!value.startsWith("camunda-forms:")) {
                        problems.add(where + ": formKey");
                    }
                }
                case "type" -> {
                    if (CAMUNDA.equals(attribute.getNamespaceURI()) && !"external".equals(value)) {
                        problems.add(where + ": type=" + value);
                    }
                }
                case "delegateExpression" -> examineStep(value, where, problems);
                default -> {
                    // Only its expressions matter.
                }
            }
        }
        examineText(value, where, problems);
    }

    private void examineStep(String value, String where, Set<String> problems) {
        if (!value.matches("[$#]\\{" + NAME + "}") || !isStep(value.substring(2, value.length() - 1))) {
            problems.add(where + ": 未知步骤 (unknown step) " + value);
        }
    }

    private void examineText(String text, String where, Set<String> problems) {
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            // Texts first become numbers: a text that looks like a call could otherwise hide a real one.
            String inside = TEXT.matcher(expressions.group("inside")).replaceAll("0");
            boolean safe = !expressions.group("closed").isEmpty()
                    && SAFE.matcher(inside).matches()
                    && CALLS.matcher(inside).results().allMatch(call -> isStep(call.group(1)));
            if (!safe) {
                problems.add(where + ": 不允许的表达式 (expression) " + expressions.group());
            }
        }
    }

    /** A step is a bean of the packages that connect the domain with the engine, nothing else of the server. */
    private boolean isStep(String name) {
        return beans.containsBean(name)
                && AopUtils.getTargetClass(beans.getBean(name))
                        .getPackageName()
                        .matches("org\\.shangda\\..*\\.process");
    }

    private void examineTable(ResourceEntity resource, Set<String> problems) {
        for (Element element : elements(resource, problems)) {
            String language = element.getAttribute("expressionLanguage");
            if (!language.isEmpty()
                    && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
                problems.add(resource.getName() + ", " + nearestId(element) + ": expressionLanguage=" + language);
            }
        }
    }

    private static boolean isModel(Element element) {
        return BPMN.equals(element.getNamespaceURI());
    }

    private static String nearestId(Element element) {
        for (Node node = element; node instanceof Element near; node = node.getParentNode()) {
            if (near.hasAttribute("id")) {
                return near.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static List<Element> elements(ResourceEntity resource, Set<String> problems) {
        List<Element> elements = new ArrayList<>();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new ByteArrayInputStream(resource.getBytes()));
            var all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
        } catch (SAXException | IOException e) {
            problems.add(resource.getName() + ": 无法读取 (not well-formed XML)");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return elements;
    }
}
