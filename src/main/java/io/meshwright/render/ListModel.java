package io.meshwright.render;

import freemarker.template.TemplateCollectionModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateSequenceModel;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as a template sees it. */
final class ListModel implements TemplateSequenceModel, TemplateCollectionModelEx {
  private final List<?> list;
  private final RecordWrapper wrapper;

  ListModel(List<?> list, RecordWrapper wrapper) {
    this.list = list;
    this.wrapper = wrapper;
  }

  List<?> list() {
    return list;
  }

  @Override
  public @Nullable TemplateModel get(int index) throws TemplateModelException {
    return index < 0 || index >= list.size() ? null : wrapper.wrap(list.get(index));
  }

  @Override
  public int size() {
    return list.size();
  }

  @Override
  public boolean isEmpty() {
    return list.isEmpty();
  }

  @Override
  public TemplateModelIterator iterator() {
    return iterator(list.iterator(), wrapper);
  }

  static TemplateModelIterator iterator(Iterator<?> values, RecordWrapper wrapper) {
    return new TemplateModelIterator() {
      @Override
      public @Nullable TemplateModel next() throws TemplateModelException {
        return wrapper.wrap(values.next());
      }

      @Override
      public boolean hasNext() {
        return values.hasNext();
      }
    };
  }
}
