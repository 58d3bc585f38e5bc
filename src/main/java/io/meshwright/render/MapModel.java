package io.meshwright.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map as a template sees it, in the order in which it was made. */
final class MapModel implements TemplateHashModelEx2 {
  private final Map<?, ?> map;
  private final RecordWrapper wrapper;

  MapModel(Map<?, ?> map, RecordWrapper wrapper) {
    this.map = map;
    this.wrapper = wrapper;
  }

  Map<?, ?> map() {
    return map;
  }

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    return wrapper.wrap(map.get(key));
  }

  @Override
  public boolean isEmpty() {
    return map.isEmpty();
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public TemplateCollectionModel keys() {
    return () -> ListModel.iterator(map.keySet().iterator(), wrapper);
  }

  @Override
  public TemplateCollectionModel values() {
    return () -> ListModel.iterator(map.values().iterator(), wrapper);
  }

  @Override
  public KeyValuePairIterator keyValuePairIterator() {
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    return new KeyValuePairIterator() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public KeyValuePair next() {
        return new Pair(entries.next(), wrapper);
      }
    };
  }

  private record Pair(Map.Entry<?, ?> entry, RecordWrapper wrapper) implements KeyValuePair {
    @Override
    public TemplateModel getKey() {
      return new SimpleScalar((String) entry.getKey());
    }

    @Override
    public @Nullable TemplateModel getValue() throws TemplateModelException {
      return wrapper.wrap(entry.getValue());
    }
  }
}
