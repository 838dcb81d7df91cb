package io.digitalworker.facts.lexer;

import java.util.Arrays;

/**
 * Which brackets belong together. In broken text braces win: a brace closes whatever was opened within
 * it; a closing bracket that nothing waits for stands alone.
 */
final class Nesting {
    private Nesting() {}

    static int[] partners(Tokens tokens) {
        int[] partners = new int[tokens.size()];
        int[] open = new int[64];
        int[] waiting = new int[128];
        int depth = 0;
        for (int i = 0; i < partners.length; i++) {
            partners[i] = i;
            char symbol = tokens.symbol(i);
            if (tokens.opens(i)) {
                open = depth == open.length ? Arrays.copyOf(open, depth * 2) : open;
                open[depth++] = i;
                waiting[symbol]++;
                partners[i] = partners.length;
            } else if (symbol == '}' || symbol == ')' || symbol == ']') {
                depth = close(tokens, partners, open, waiting, depth, i);
            }
        }
        return partners;
    }

    private static int close(
            Tokens tokens, int[] partners, int[] open, int[] waiting, int depth, int closing) {
        char symbol = tokens.symbol(closing);
        char wanted = symbol == '}' ? '{' : symbol == ')' ? '(' : '[';
        boolean matches = depth > 0 && tokens.symbol(open[depth - 1]) == wanted;
        if (!matches && (wanted != '{' || waiting['{'] == 0)) {
            return depth;
        }
        int left = depth;
        while (left > 0) {
            int opening = open[--left];
            waiting[tokens.symbol(opening)]--;
            partners[opening] = closing;
            if (tokens.symbol(opening) == wanted) {
                partners[closing] = opening;
                return left;
            }
        }
        return left;
    }
}
