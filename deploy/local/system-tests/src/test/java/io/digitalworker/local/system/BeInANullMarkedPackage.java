package io.digitalworker.local.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** {@code @NullMarked} in {@code package-info.java} is what NullAway and readers go by. */
final class BeInANullMarkedPackage extends ArchCondition<JavaClass> {
    private BeInANullMarkedPackage() {
        super("be in a package that is @NullMarked");
    }

    static BeInANullMarkedPackage beInANullMarkedPackage() {
        return new BeInANullMarkedPackage();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
        events.add(
                new SimpleConditionEvent(
                        type,
                        marked,
                        type.getPackageName() + " has no package-info.java with @NullMarked"));
    }
}
