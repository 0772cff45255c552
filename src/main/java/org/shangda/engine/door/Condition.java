package org.shangda.engine.door;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A question that a flow asks, as the engine understands it. */
final class Condition {

    private static final ExpressionFactoryImpl LANGUAGE = new ExpressionFactoryImpl();

    private final String text;
    private final Tree tree;

    private Condition(String text, Tree tree) {
        this.text = text;
        this.tree = tree;
    }

    /** Empty where the flow asks nothing, or what it asks cannot be read. */
    static Optional<Condition> of(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? Optional.empty()
                : of(flow.getConditionExpression().getTextContent());
    }

    static Optional<Condition> of(String expression) {
        try {
            String text = expression.strip();
            return Optional.of(new Condition(text, new Builder().build(text)));
        } catch (TreeBuilderException e) {
            return Optional.empty();
        }
    }

    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (IdentifierNode node : tree.getIdentifierNodes()) {
            names.add(node.getName());
        }
        return names;
    }

    String text() {
        return text;
    }

    /** Whether it is nothing but a variable, with or without {@code !}; then whether without. */
    Optional<Boolean> isPlainYes() {
        if (text.matches("[$#]\\{\\s*\\w+\\s*}")) {
            return Optional.of(true);
        }
        return text.matches("[$#]\\{\\s*(!|not\\s)\\s*\\w+\\s*}") ? Optional.of(false) : Optional.empty();
    }

    /** Whether it compares one variable with one value; then whether for being the same. */
    Optional<Boolean> isSame() {
        if (text.matches("[$#]\\{\\s*\\w+\\s*(==|eq\\s)[^&|=]*}")) {
            return Optional.of(true);
        }
        return text.matches("[$#]\\{\\s*\\w+\\s*(!=|ne\\s)[^&|=]*}") ? Optional.of(false) : Optional.empty();
    }

    /** Empty when the engine could not tell either. */
    Optional<Boolean> holds(Map<String, Object> variables) {
        try {
            SimpleContext context = new SimpleContext();
            for (String name : variables()) {
                Object value = variables.get(name);
                if (value == null) {
                    return Optional.empty();
                }
                context.setVariable(name, LANGUAGE.createValueExpression(value, value.getClass()));
            }
            return Optional.of((Boolean)
                    LANGUAGE.createValueExpression(context, text, Boolean.class).getValue(context));
        } catch (ELException e) {
            return Optional.empty();
        }
    }

    /** What a comparison compares. */
    interface Use {

        /** A variable that is taken for yes or no. */
        void yesNo(String variable);

        /** @param value as a text, without quotation marks */
        void text(String variable, String value);

        void number(String variable);

        /** Something that asks no variable, or asks it in a way that nobody can check. */
        void other(String part);
    }

    void uses(Use use) {
        uses(tree.getRoot(), true, use);
    }

    private void uses(Node node, boolean asked, Use use) {
        if (node instanceof AstIdentifier variable) {
            if (asked) {
                use.yesNo(variable.getName());
            }
        } else if (node instanceof AstUnary unary) {
            uses(unary.getChild(0), unary.getOperator() == AstUnary.NOT, use);
        } else if (node instanceof AstBinary binary) {
            if (binary.getOperator() == AstBinary.AND || binary.getOperator() == AstBinary.OR) {
                uses(binary.getChild(0), true, use);
                uses(binary.getChild(1), true, use);
            } else {
                compares(binary, use);
            }
        } else if (node.getCardinality() == 1) {
            uses(node.getChild(0), asked, use);
        } else {
            use.other(node.toString());
        }
    }

    private void compares(AstBinary binary, Use use) {
        Node left = binary.getChild(0);
        Node right = binary.getChild(1);
        Node variable = left instanceof AstIdentifier ? left : right;
        Node value = variable == left ? right : left;
        if (!(variable instanceof AstIdentifier named)) {
            use.other(text);
        } else if (value instanceof AstString) {
            use.text(named.getName(), literal(value));
        } else if (value instanceof AstNumber) {
            use.number(named.getName());
        } else if (value instanceof AstBoolean) {
            use.yesNo(named.getName());
        } else {
            use.other(text);
        }
    }

    private static String literal(Node value) {
        StringBuilder quoted = new StringBuilder();
        ((org.camunda.bpm.impl.juel.AstNode) value).appendStructure(quoted, null);
        return quoted.substring(1, quoted.length() - 1);
    }
}
