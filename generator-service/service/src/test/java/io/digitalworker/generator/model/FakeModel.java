package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.local.model.Answerer;
import io.digitalworker.local.model.Asked;
import io.digitalworker.local.model.TruthfulAnswerer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A model in memory. It remembers what it was asked, and answers as scripted, then truthfully. */
public final class FakeModel implements Model {
    /** One that the price table knows. */
    public static final String FIRST = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

    public static final String FALLBACK = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";

    private final String id;
    private final Answerer answerer;
    private final Deque<Function<Asked, ModelAnswer>> script = new ArrayDeque<>();
    private final List<Asked> history = new ArrayList<>();

    public FakeModel(String id) {
        this(id, new TruthfulAnswerer());
    }

    public FakeModel(String id, Answerer answerer) {
        this.id = id;
        this.answerer = answerer;
    }

    /** The next call fails so. */
    public synchronized FakeModel then(ModelFault fault) {
        return then(
                asked -> {
                    throw fault;
                });
    }

    /** The next call has an answer with that ending. */
    public synchronized FakeModel then(ModelAnswer.Ending ending) {
        return then(asked -> new ModelAnswer("no more than this", ending, use(asked, 10)));
    }

    /** The next call has this text as its answer. */
    public synchronized FakeModel thenSay(String text) {
        return then(asked -> new ModelAnswer(text, ModelAnswer.Ending.COMPLETE, use(asked, 10)));
    }

    public synchronized FakeModel then(Function<Asked, ModelAnswer> act) {
        script.add(act);
        return this;
    }

    /** What it was asked, in the order of arrival. */
    public synchronized List<Asked> history() {
        return List.copyOf(history);
    }

    /** The sections it was asked for, each as often as it was. */
    public List<String> sections() {
        return history().stream().map(Asked::section).toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ModelAnswer ask(Prompt prompt, int maxTokens) {
        Asked asked = asked(prompt, maxTokens);
        Function<Asked, ModelAnswer> next;
        synchronized (this) {
            history.add(asked);
            next = script.poll();
        }
        if (next != null) {
            return next.apply(asked);
        }
        return ask(asked);
    }

    /** The answer of one that was never scripted. */
    public ModelAnswer ask(Asked asked) {
        String text = answerer.answer(asked);
        return new ModelAnswer(text, ModelAnswer.Ending.COMPLETE, use(asked, text.length() / 4));
    }

    private Asked asked(Prompt prompt, int maxTokens) {
        String text =
                prompt.system()
                        + "\n"
                        + prompt.shared()
                        + "\n"
                        + prompt.turns().stream()
                                .map(Prompt.Turn::text)
                                .collect(Collectors.joining("\n"));
        return new Asked(id, prompt.shared(), text, prompt.turns().size(), maxTokens);
    }

    private static TokenUse use(Asked asked, long out) {
        return new TokenUse(asked.prompt().length() / 4, Math.max(1, out), 0, 0);
    }
}
