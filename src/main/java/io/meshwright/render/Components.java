package io.meshwright.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of one record class, looked up once. */
final class Components {
  private static final ClassValue<Components> KNOWN =
      new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
          return new Components(type);
        }
      };

  private final Map<String, Method> accessors = new HashMap<>();

  private Components(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      accessors.put(component.getName(), accessor);
    }
  }

  static Components of(Record owner) {
    return KNOWN.get(owner.getClass());
  }

  boolean has(String name) {
    return accessors.containsKey(name);
  }

  @Nullable Object value(Record owner, String name) {
    Method accessor = accessors.get(name);
    if (accessor == null) {
      throw new IllegalArgumentException("no component " + name);
    }
    try {
      return accessor.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException("cannot read component " + name, failure);
    }
  }
}
